import type { ActResult, PersonAct, SandboxMessage, SandboxView } from '../page-api.ts';
import { errorWords } from './error-words.ts';
import { createFormState, type FormState } from './form-state.ts';
import { type Model, namesOf } from './model.ts';
import type { Names } from './names.ts';
import { toast } from './parts/toast.ts';
import { appHome, type Place, placeLink } from './place.ts';
import type { Surface } from './surface.ts';
import { postAct, postFile, postOptionsQuery } from './wire.ts';

/** An act without who does it and where: that is always the person one acts as. */
type Deed = PersonAct extends infer Act ? (Act extends PersonAct ? Omit<Act, 'workspace' | 'as'> : never) : never;

/** What the parts of the page share. */
export interface Page {
  readonly model: Model;
  readonly names: Names;
  /** Says that the model is another, so that the parts draw themselves once. */
  readonly changed: () => void;
  readonly go: (to: Partial<Place>) => void;
  readonly linkTo: (to: Partial<Place>) => string;
  /** Does something as the person. What goes wrong is told to the person; `null` means that the sandbox is away. */
  readonly act: (deed: Deed) => Promise<ActResult | null>;
  readonly upload: (file: File) => Promise<string>;
  readonly surfaceOfMessage: (message: SandboxMessage) => Surface;
  readonly surfaceOfView: (view: SandboxView) => Surface;
}

export function createPage(model: Model, drawAll: () => void): Page {
  const names = namesOf(model);
  const forms = new Map<string, FormState>();
  let waiting = false;
  const page: Page = {
    model,
    names,
    changed: () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        drawAll();
      });
    },
    linkTo: (to) => placeLink({ ...model.place, ...to }),
    go: (to) => {
      location.hash = placeLink({ ...model.place, ...to });
    },
    act: async (deed) => {
      try {
        const result = await postAct({ ...deed, workspace: model.place.workspace, as: model.place.as } as PersonAct);
        // Fields that were refused have their words under them.
        if (!result.ok && result.error !== 'invalid_fields') toast(errorWords(result.error));
        return result;
      } catch (error) {
        toast(error instanceof Error ? error.message : 'The sandbox did not answer.');
        return null;
      }
    },
    upload: (file) => postFile({ workspace: model.place.workspace, as: model.place.as }, file),
    surfaceOfMessage: ({ channel, ts, blocks }) =>
      surface(
        page,
        { kind: 'message', channel, ts },
        () => model.messages.get(channel)?.get(ts)?.blocks ?? blocks,
        formOf(`${channel} ${ts}`),
      ),
    surfaceOfView: (view) =>
      surface(
        page,
        { kind: 'view', viewId: view.id },
        () => openView(model, view.id)?.blocks ?? view.blocks,
        formOf(view.id),
      ),
  };
  const formOf = (key: string): FormState => {
    const form = forms.get(key) ?? createFormState();
    forms.set(key, form);
    return form;
  };
  return page;
}

function surface(page: Page, on: Surface['on'], blocks: () => SandboxView['blocks'], state: FormState): Surface {
  const { model } = page;
  return {
    on,
    names: page.names,
    heading: on.kind === 'view' && on.viewId === model.screen.home?.id ? 'h2' : 'h3',
    state,
    press: async (blockId, actionId, value) => {
      const chosen = value === undefined ? {} : { value };
      await page.act({ do: 'press', on, blockId, actionId, state: state.within(blocks()), ...chosen });
    },
    suggest: (blockId, actionId, typed) =>
      postOptionsQuery({ workspace: model.place.workspace, as: model.place.as, on, blockId, actionId, typed }).catch(
        (error: unknown) => {
          toast(error instanceof Error ? error.message : 'The app did not answer.');
          return { options: [] };
        },
      ),
    upload: page.upload,
    currentChannel: () => (model.place.channel === appHome ? null : model.place.channel),
    fileAddress: (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`,
  };
}

function openView(model: Model, id: string): SandboxView | undefined {
  const { modals, home } = model.screen;
  return [...modals, ...(home === null ? [] : [home])].find((view) => view.id === id);
}
