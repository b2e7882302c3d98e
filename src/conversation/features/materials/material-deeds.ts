import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { materialDeeds } from '../../deeds/materials.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { approveMaterial, reviewMaterial } from './approve.ts';
import { askMaterialFile } from './arrive.ts';
import { compareMaterial } from './compare.ts';
import { confirmDiscarding, discardMaterial } from './discard.ts';
import { exportMaterial } from './export-material.ts';
import { askReturnReason } from './give-back.ts';
import { listMaterialVersions, listSteps } from './history-of-material.ts';
import { joinMaterial } from './join.ts';
import { listShelf } from './list-shelf.ts';
import { moreOfMaterial, openMaterial } from './material-page.ts';
import { showLeftOut, showOutline, showPassages } from './preview.ts';
import * as registering from './register.ts';
import { askRetireReason, retireMaterial } from './retire.ts';
import { signed } from './signed.ts';
import { submitMaterial } from './submit.ts';

type Kind = (typeof materialDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of those who send materials, register, approve and end them. */
export const materialTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'list-shelf': listShelf,
  'ask-material-file': (_, on) => askMaterialFile(on),
  'open-material': openMaterial,
  'more-of-material': moreOfMaterial,
  'list-material-versions': listMaterialVersions,
  'list-material-steps': listSteps,
  'show-material-outline': showOutline,
  'show-material-passages': showPassages,
  'show-left-out': showLeftOut,
  'compare-material': compareMaterial,
  'export-material': exportMaterial,
  'change-material': signed(registering.changeMaterial),
  'ask-material-field': signed(registering.askMaterialField),
  'set-material-field': signed(registering.setMaterialField),
  'set-material-classes': signed(registering.setMaterialClasses),
  'join-material': signed(joinMaterial),
  'submit-material': signed(submitMaterial),
  'ask-approve-material': signed(reviewMaterial),
  'approve-material': signed(approveMaterial),
  'ask-return-material': signed(askReturnReason),
  'ask-retire-material': signed(askRetireReason),
  'retire-material': signed(retireMaterial),
  'ask-discard-material': signed(confirmDiscarding),
  'discard-material': signed(discardMaterial),
};
