import { buttons } from './buttons.ts';
import { also, byType, type Check, fields, list, oneOf, text } from './check.ts';
import { blockId, httpsUrl, imageElement, plainText, textObject, url, withPicture } from './text.ts';

const id = { block_id: blockId };
const cardText = textObject({ max: 150 });

const card = also(
  fields(
    {},
    {
      ...id,
      hero_image: imageElement,
      icon: imageElement,
      title: cardText,
      subtitle: cardText,
      body: textObject({ max: 200 }),
      actions: list(byType({ button: buttons.button }), { max: 2 }),
    },
  ),
  (block, at, spot) => {
    const needed = ['hero_image', 'title', 'actions', 'body'];
    if (needed.every((name) => block[name] === undefined)) {
      spot.report('must define at least one of `hero_image`, `title`, `actions` or `body`', at);
    }
  },
);

/** Pictures, films, files and cards, by type. */
export const media = {
  image: withPicture({ alt_text: text({ max: 2000 }) }, { ...id, title: plainText({ max: 2000 }) }),
  video: fields(
    { video_url: httpsUrl, thumbnail_url: url, alt_text: text({ max: 2000 }), title: plainText({ max: 199 }) },
    {
      ...id,
      title_url: httpsUrl,
      author_name: text({ max: 49 }),
      provider_name: text({ max: 255 }),
      provider_icon_url: url,
      description: plainText({ max: 199 }),
    },
  ),
  file: fields({ source: oneOf('remote'), external_id: text({ max: 255 }) }, id),
  card,
  carousel: fields({ elements: list(byType({ card }), { max: 10 }) }, id),
} satisfies Readonly<Record<string, Check>>;
