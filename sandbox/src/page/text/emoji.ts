/** Names and their pictures: a modest list of what an app writes. */
const list = `
  +1 👍  -1 👎  arrow_down ⬇️  arrow_right ➡️  arrow_up ⬆️  arrow_lower_right ↘️  arrow_upper_right ↗️
  ballot_box_with_check ☑️  bar_chart 📊  bell 🔔  birthday 🎂  blue_heart 💙  bulb 💡  calendar 📆
  chart_with_downwards_trend 📉  chart_with_upwards_trend 📈  clap 👏  clipboard 📋  date 📅  disappointed 😞
  eyes 👀  fire 🔥  gear ⚙️  gift 🎁  green_heart 💚  handshake 🤝  hand ✋  heart ❤️  heavy_check_mark ✔️
  hourglass ⌛  hourglass_flowing_sand ⏳  inbox_tray 📥  information_source ℹ️  ladder 🪜  large_blue_circle 🔵
  large_green_circle 🟢  large_yellow_circle 🟡  link 🔗  lock 🔒  loudspeaker 📢  mag 🔍  mega 📣  memo 📝
  moneybag 💰  neutral_face 😐  no_entry ⛔  ok_hand 👌  package 📦  page_facing_up 📄  paperclip 📎  pencil 📝
  point_right 👉  pushpin 📌  question ❓  raised_hands 🙌  red_circle 🔴  relaxed ☺️  repeat 🔁  rocket 🚀
  rotating_light 🚨  seedling 🌱  slightly_frowning_face 🙁  slightly_smiling_face 🙂  smile 😄  sparkles ✨
  speech_balloon 💬  star ⭐  star2 🌟  stopwatch ⏱️  tada 🎉  thumbsdown 👎  thumbsup 👍  trophy 🏆  warning ⚠️
  wave 👋  white_check_mark ✅  white_circle ⚪  x ❌  zap ⚡
`;

const known = new Map([...list.matchAll(/(\S+) (\S+)/g)].map(([, name = '', picture = '']) => [name, picture]));

/** The picture for a name like "tada"; `null` for one that is not in the modest list here. */
export function emojiFor(name: string): string | null {
  return known.get(name) ?? null;
}

/** The picture for code points in hexadecimal, as rich text carries them: "1f44b-1f3fd"; `null` for anything else. */
export function emojiFromCodePoints(codePoints: string): string | null {
  if (!/^[0-9a-f]{2,5}(-[0-9a-f]{2,5})*$/i.test(codePoints)) return null;
  return String.fromCodePoint(...codePoints.split('-').map((one) => Number.parseInt(one, 16)));
}

/** Replaces the known `:codes:` in a text; an unknown one stays as it was written. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (code, name: string) => emojiFor(name) ?? code);
}
