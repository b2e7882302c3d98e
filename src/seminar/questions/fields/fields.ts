import { application } from './application.ts';
import { learnerAssessment, qualityReview } from './assessment.ts';
import { conduct } from './conduct.ts';
import { pairedRegions, stateFirms } from './cooperation.ts';
import { courseMaterials } from './course-materials.ts';
import { dataSecurity, trainingData } from './data.ts';
import { digitalSkills, economy } from './economy.ts';
import { emergency, publicVoice } from './emergency.ts';
import { enrolment } from './enrolment.ts';
import type { Field } from './field.ts';
import { general } from './general.ts';
import { diverseCadres, talents } from './groups.ts';
import { funding, institutions } from './institutions.ts';
import { topLeaders, youngCadres } from './leaders.ts';
import { livelihood } from './livelihood.ts';
import { caseTeaching, seminars } from './methods.ts';
import { ecology, ruleOfLaw } from './nature-and-law.ts';
import { needs } from './needs.ts';
import { onlineCourses, onlinePlatform } from './online.ts';
import { partySpirit } from './party-spirit.ts';
import { channels, postTraining } from './posts.ts';
import { planning, research } from './research.ts';
import { grassroots, ruralRevival } from './rural.ts';
import { officialsTeach, teachers } from './teachers.ts';
import { studyGroup, theoryTeaching } from './theory.ts';
import { workStyle } from './work-style.ts';

/** Every field that is known; of two that fit a topic equally well the earlier one is taken. */
export const FIELDS: readonly Field[] = [
  needs,
  studyGroup,
  theoryTeaching,
  application,
  youngCadres,
  topLeaders,
  workStyle,
  partySpirit,
  officialsTeach,
  enrolment,
  caseTeaching,
  seminars,
  onlineCourses,
  onlinePlatform,
  dataSecurity,
  trainingData,
  learnerAssessment,
  qualityReview,
  conduct,
  funding,
  courseMaterials,
  teachers,
  institutions,
  research,
  pairedRegions,
  stateFirms,
  talents,
  diverseCadres,
  publicVoice,
  emergency,
  grassroots,
  ruralRevival,
  digitalSkills,
  ecology,
  ruleOfLaw,
  economy,
  livelihood,
  channels,
  postTraining,
  planning,
];

/** The field whose words tell most of a topic; `general` where none is found. */
export function fieldOf(text: string): Field {
  let best = general;
  let most = 0;
  for (const field of FIELDS) {
    const found = tellingLength(field.words, text.toUpperCase());
    if (found > most) {
      best = field;
      most = found;
    }
  }
  return best;
}

/** How many characters of found words; 调研 tells nothing more once 需求调研 is found. */
function tellingLength(words: readonly string[], text: string): number {
  const found = [...new Set(words)].filter((word) => text.includes(word));
  return found
    .filter((word) => !found.some((other) => other !== word && other.includes(word)))
    .reduce((sum, word) => sum + word.length, 0);
}
