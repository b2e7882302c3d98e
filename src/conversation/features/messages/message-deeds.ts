import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { messageDeeds } from '../../deeds/messages.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { chooseChannel, setChannel } from './choose-channel.ts';
import * as choosing from './choose-reminders.ts';
import { listMessages } from './list-messages.ts';
import { acknowledge, openMessage } from './open-message.ts';
import { pauseReminders, resumeReminders, stopReminders } from './pause-reminders.ts';
import { openReminders } from './reminder-page.ts';
import { setReminders } from './set-reminders.ts';

type Kind = (typeof messageDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of 学习提醒 and of one's own messages. */
export const ownMessageDeeds: {
  readonly [One in Kind]: (
    deed: DeedOf<One>,
    on: PersonalOccasion,
  ) => FeatureReply | Promise<FeatureReply>;
} = {
  'open-reminders': (_, on) => openReminders(on),
  'start-reminders': (_, on) => choosing.startReminders(on),
  'choose-reminder-days': (_, on) => choosing.chooseDays(on),
  'choose-reminder-time': ({ days }, on) => choosing.chooseTime(days, on),
  'choose-reminder-number': () => choosing.chooseNumber(),
  'choose-pause': () => choosing.choosePause(),
  'choose-message-channel': (_, on) => chooseChannel(on),
  'set-reminders': setReminders,
  'pause-reminders': ({ days }, on) => pauseReminders(days, on),
  'resume-reminders': (_, on) => resumeReminders(on),
  'stop-reminders': (_, on) => stopReminders(on),
  'set-message-channel': ({ channel }, on) => setChannel(channel, on),
  'list-messages': ({ before }, on) => listMessages(before, on),
  'open-message': ({ id }, on) => openMessage(id, on),
  acknowledge: () => acknowledge(),
};
