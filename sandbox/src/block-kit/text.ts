import { isJson, jsonList } from '../json.ts';
import { also, byType, type Check, fields, flag, oneOf, pattern, type Spot, text } from './check.ts';

interface Length {
  readonly min?: number;
  readonly max: number;
}

/** A plain_text object. */
export function plainText(length: Length): Check {
  return byType({ plain_text: fields({ text: text(length) }, { emoji: flag }) });
}

export function mrkdwn(length: Length): Check {
  return byType({ mrkdwn: fields({ text: text(length) }, { verbatim: flag }) });
}

/** Either of the two. */
export function textObject(length: Length): Check {
  return byType({
    plain_text: fields({ text: text(length) }, { emoji: flag }),
    mrkdwn: fields({ text: text(length) }, { verbatim: flag }),
  });
}

/** For fields that are read as they stand. */
export const longText = { max: 3000 };
export const placeholder = plainText({ max: 150 });
export const actionId = text({ max: 255 });
export const blockId = text({ max: 255 });
export const url = text({ max: 3000 });
export const httpsUrl = pattern(/^https:\/\/.{1,2992}$/, 'must be a valid https URL');

export const confirm = fields(
  { text: textObject({ max: 300 }) },
  {
    title: plainText({ max: 100 }),
    confirm: plainText({ max: 30 }),
    deny: plainText({ max: 30 }),
    style: oneOf('primary', 'danger'),
  },
);

const optionValue = text({ max: 150 });

/** An option of a select menu. */
export const plainOption = fields(
  { text: plainText({ max: 75 }), value: optionValue },
  { description: plainText({ max: 75 }) },
);

/** An option of an overflow menu, which may lead to an address. */
export const overflowOption = fields(
  { text: plainText({ max: 75 }), value: optionValue },
  { description: plainText({ max: 75 }), url },
);

/** An option of radio buttons or checkboxes, which may be mrkdwn. */
export const markedOption = fields(
  { text: textObject({ max: 75 }), value: optionValue },
  { description: textObject({ max: 75 }) },
);

/** What begins as chosen must be among the options, as a whole. */
export function initialAmongOptions(check: Check): Check {
  return also(check, (element, at, spot) => {
    const groups = jsonList(element.option_groups).flatMap((group) => jsonList(group.options));
    const options = [...jsonList(element.options), ...groups];
    checkInitial(element.initial_option, options, `${at}/initial_option`, spot);
    jsonList(element.initial_options).forEach((option, n) => {
      checkInitial(option, options, `${at}/initial_options/${n}`, spot);
    });
  });
}

function checkInitial(initial: unknown, options: readonly unknown[], at: string, spot: Spot): void {
  if (!isJson(initial) || options.some((option) => isEqual(option, initial))) return;
  spot.report('initial option must be one of the options', at);
}

/** Whether two values say the same, in whatever order their members stand. */
function isEqual(one: unknown, other: unknown): boolean {
  if (!isJson(one) || !isJson(other)) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isEqual(one[name], other[name]));
}

/** Where a picture comes from: an address, or a file of the workspace; exactly one of the two. */
export function withPicture(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const slackFile = also(fields({}, { id: text({ max: 255 }), url }), (file, at, spot) => {
    if ((file.id === undefined) === (file.url === undefined)) spot.report('must define either `url` or `id`', at);
  });
  return also(fields(required, { ...optional, image_url: url, slack_file: slackFile }), (image, at, spot) => {
    if ((image.image_url === undefined) === (image.slack_file === undefined)) {
      spot.report('must define either `image_url` or `slack_file`', at);
    }
  });
}

/** The image element, as it stands in sections, contexts and cards. */
export const imageElement = byType({ image: withPicture({ alt_text: text({ max: 2000 }) }) });
