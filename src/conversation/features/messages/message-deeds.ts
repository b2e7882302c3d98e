import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { messageDeeds } from '../../deeds/messages.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { chooseChannel, setChannel } from './choose-channel.ts';
import * as choosing from './choose-wishes.ts';
import { listMessages } from './list-messages.ts';
import { acknowledge, openMessage } from './open-message.ts';
import { pauseReminders, resumeReminders, stopReminders } from './pause-reminders.ts';
import { setWishedTimes } from './set-wishes.ts';
import { openWishes } from './wishes-page.ts';

type Kind = (typeof messageDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of 学习提醒 and of one's own messages. */
export const ownMessageDeeds: {
  readonly [One in Kind]: (
    deed: DeedOf<One>,
    on: PersonalOccasion,
  ) => FeatureReply | Promise<FeatureReply>;
} = {
  'open-wishes': (_, on) => openWishes(on),
  'start-wishes': (_, on) => choosing.startWishes(on),
  'choose-wished-days': (_, on) => choosing.chooseDays(on),
  'choose-wished-time': ({ days }, on) => choosing.chooseTime(days, on),
  'choose-wished-number': () => choosing.chooseNumber(),
  'choose-pause': () => choosing.choosePause(),
  'choose-message-channel': (_, on) => chooseChannel(on),
  'set-wished-times': setWishedTimes,
  'pause-reminders': ({ days }, on) => pauseReminders(days, on),
  'resume-reminders': (_, on) => resumeReminders(on),
  'stop-reminders': (_, on) => stopReminders(on),
  'set-message-channel': ({ channel }, on) => setChannel(channel, on),
  'list-messages': ({ before }, on) => listMessages(before, on),
  'open-message': ({ id }, on) => openMessage(id, on),
  acknowledge: () => acknowledge(),
};
