import { acquisitionButtons } from './acquisition.ts';
import type { ButtonHandler } from './button.ts';
import { customerButtons } from './customer.ts';
import { customerListButtons } from './customer-list.ts';
import { saveMessageAgain } from './feedback.ts';
import { figureButtons } from './figure.ts';
import { followUpButtons } from './follow-up.ts';
import { turnHome } from './home.ts';
import { importButtons } from './import.ts';
import { more } from './more.ts';
import { obstacleButtons } from './obstacle.ts';
import { predictionButtons } from './prediction.ts';
import { say } from './say.ts';
import { segmentButtons } from './segment.ts';
import { settingsButtons } from './settings.ts';
import { openCanvas, share, shareTo } from './share.ts';
import { surveyButtons } from './survey.ts';
import { targetButtons } from './target.ts';
import { voiceButtons } from './voices.ts';

/** Everything that can be pressed in a message. What a press of anything else means is for its modal to know. */
export const buttons: readonly ButtonHandler[] = [
  ...followUpButtons,
  ...customerButtons,
  ...customerListButtons,
  ...voiceButtons,
  ...predictionButtons,
  ...figureButtons,
  ...surveyButtons,
  ...targetButtons,
  ...segmentButtons,
  ...settingsButtons,
  ...obstacleButtons,
  share,
  shareTo,
  openCanvas,
  more,
  say,
  ...acquisitionButtons,
  saveMessageAgain,
  ...importButtons,
  turnHome,
];
