import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { seminarKitDeeds } from '../../deeds/seminar-kit.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { askForWords } from './ask-for-words.ts';
import { showBasis } from './basis.ts';
import { chooseTopic } from './choose-topic.ts';
import { chooseKitClass, setKitClass, setKitDay } from './class-and-day.ts';
import { askCopyKit, copyKit } from './copy-kit.ts';
import { changeKit } from './edit-kit.ts';
import { exportKit, offerExport } from './export-kit.ts';
import { improve, offerImproving } from './improve.ts';
import { openKit } from './kit-page.ts';
import { listKits } from './list-kits.ts';
import { makeOrdered, makeWithoutPolicy } from './make-ordered.ts';
import * as changes from './offer-changes.ts';
import * as order from './order.ts';
import { listQuestions, openQuestion } from './questions.ts';
import { confirmRemovingKit, removeKit } from './remove-kit.ts';
import * as sharing from './share-kit.ts';
import * as versions from './versions.ts';

type Kind = (typeof seminarKitDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of kits. */
export const kitDeeds: {
  readonly [One in Kind]: (
    deed: DeedOf<One>,
    on: PersonalOccasion,
  ) => FeatureReply | Promise<FeatureReply>;
} = {
  'list-kits': ({ from }, on) => listKits(from, on),
  'order-kit': (_, on) => order.startOrder(on),
  'resume-order': (_, on) => order.resumeOrder(on),
  'drop-order': (_, on) => order.dropOrder(on),
  'answer-piece': order.answerPiece,
  'order-for-class': order.orderForClass,
  'use-usual': (_, on) => order.useUsual(on),
  'choose-topic': chooseTopic,
  'make-kit': ({ order: one }, on) => makeOrdered(one, null, on),
  'make-without-policy': (_, on) => makeWithoutPolicy(on),
  'open-kit': ({ kit }, on) => openKit(kit, on),
  'list-questions': listQuestions,
  'open-question': openQuestion,
  'show-basis': showBasis,
  'offer-kit-changes': ({ kit }, on) => changes.offerKitChanges(kit, on),
  'offer-kit-affairs': ({ kit }, on) => sharing.offerKitAffairs(kit, on),
  'edit-kit': changeKit,
  'write-in-kit': askForWords,
  'choose-method': ({ kit }, on) => changes.chooseMethod(kit, on),
  'choose-stage': ({ kit }, on) => changes.chooseStage(kit, on),
  'ask-delete-question': changes.confirmDeletingQuestion,
  'offer-improving': ({ kit }, on) => offerImproving(kit, on),
  'improve-kit': improve,
  'choose-kit-class': ({ kit }, on) => chooseKitClass(kit, on),
  'set-kit-class': setKitClass,
  'set-kit-day': setKitDay,
  'offer-export': ({ kit }, on) => offerExport(kit, on),
  'export-kit': exportKit,
  'list-versions': versions.listVersions,
  'open-version': versions.openVersion,
  'restore-version': versions.restoreVersion,
  'ask-copy-kit': ({ kit }, on) => askCopyKit(kit, on),
  'copy-kit': copyKit,
  'ask-share-kit': sharing.askShareKit,
  'share-kit': sharing.shareKit,
  'unshare-kit': sharing.unshareKit,
  'ask-remove-kit': ({ kit }, on) => confirmRemovingKit(kit, on),
  'remove-kit': ({ kit }, on) => removeKit(kit, on),
};
