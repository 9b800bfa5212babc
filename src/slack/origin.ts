/** Where Slack says that something came from. */
export interface Origin {
  /** Workspaces, the likeliest first. Somebody of another company acts in a shared channel under their own. */
  readonly teamIds: readonly string[];
  /** The organisation, of which an installation may be for all workspaces: nothing else is named then. */
  readonly enterpriseId: string | null;
}

/** Everything in a payload of Slack's that may name a workspace. */
export interface OriginFields {
  readonly team?: { readonly id?: string; readonly enterprise_id?: string } | null;
  readonly team_id?: string | null;
  readonly enterprise?: { readonly id?: string } | null;
  readonly enterprise_id?: string | null;
  readonly user?: { readonly team_id?: string } | string;
  readonly view?: { readonly team_id?: string; readonly app_installed_team_id?: string | null };
  readonly message?: { readonly team?: string };
  readonly authorizations?:
    | readonly { readonly team_id?: string | null; readonly enterprise_id?: string | null }[]
    | null;
}

/** @param payload of a command, something pressed or sent, or an event; other fields do not matter */
export function originOf(payload: object): Origin {
  const { team, enterprise, user, view, message, authorizations, ...rest } = payload as OriginFields;
  const authorized = authorizations ?? [];
  const named = [
    ...authorized.map((one) => one.team_id),
    team?.id,
    rest.team_id,
    view?.app_installed_team_id,
    message?.team,
    typeof user === 'object' ? user.team_id : null,
    view?.team_id,
  ];
  const enterprises = [
    ...authorized.map((one) => one.enterprise_id),
    enterprise?.id,
    team?.enterprise_id,
    rest.enterprise_id,
  ];
  return { teamIds: named.filter(isNamed), enterpriseId: enterprises.find(isNamed) ?? null };
}

/** Whether something came from a workspace, or from another of its organisation, whose people the workspace may know. */
export function isFrom(
  origin: Origin,
  { teamId, enterpriseId }: { readonly teamId: string; readonly enterpriseId: string | null },
): boolean {
  if (origin.teamIds.includes(teamId)) return true;
  return origin.enterpriseId !== null && [teamId, enterpriseId].includes(origin.enterpriseId);
}

function isNamed(id: unknown): id is string {
  return typeof id === 'string' && id !== '';
}
