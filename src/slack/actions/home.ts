import { chooseHome } from '../../flows/settings/choose-home.ts';
import { homeViewButton } from '../../sections/home/other-view.ts';
import { nothing } from '../handler-outcome.ts';
import { onPress } from './button.ts';

/** Turns the Home to what it told in a line. */
export const turnHome = onPress(homeViewButton, async (incoming, { view }) => {
  await chooseHome(incoming, incoming.memberId, view);
  return nothing;
});
