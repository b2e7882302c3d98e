import type { Item, Questionnaire } from '../questionnaire.ts';
import { itemFrom } from './item-from.ts';
import { cleanLines } from './plain-item.ts';
import type { FileItem, QuestionnaireFile } from './questionnaire-file.ts';

/** A questionnaire as plain data of the file; what a reader fills in by itself is left out. */
export function writeQuestionnaireFile(questionnaire: Questionnaire): QuestionnaireFile {
  const { kind, title, introduction, audience, items } = questionnaire;
  return {
    title,
    kind,
    ...(audience === '' ? {} : { audience }),
    ...(introduction === '' ? {} : { introduction: cleanLines(introduction) }),
    items: items.map(writeItem),
  };
}

function writeItem(item: Item): FileItem {
  const { id, type, text, hint, showIf, basis } = item;
  const rest = {
    ...(hint === '' ? {} : { hint }),
    ...(showIf === null ? {} : { showIf: { item: showIf.item, is: [...showIf.is] } }),
    ...(basis === null ? {} : { basis: { ...basis } }),
  };
  if (item.type === 'section') return { id, type: item.type, text, ...rest };
  const usual = itemFrom({ type });
  const required =
    'isRequired' in usual && usual.isRequired === item.isRequired
      ? {}
      : { required: item.isRequired };
  const ends = {
    ...('least' in item && item.least !== null ? { least: item.least } : {}),
    ...('most' in item && item.most !== null ? { most: item.most } : {}),
  };
  switch (item.type) {
    case 'single': {
      const band = item.isBand ? { band: true } : {};
      return {
        id,
        type: item.type,
        text,
        options: [...item.options],
        ...required,
        ...band,
        ...rest,
      };
    }
    case 'multiple':
    case 'ranking':
      return {
        id,
        type: item.type,
        text,
        options: [...item.options],
        ...required,
        ...ends,
        ...rest,
      };
    case 'scale-pair': {
      const isUsual = item.hasNotApplicable === (item.pair === 'need');
      const notApplicable = isUsual ? {} : { notApplicable: item.hasNotApplicable };
      return { id, type: item.type, text, pair: item.pair, ...required, ...notApplicable, ...rest };
    }
    case 'number': {
      const unit = item.unit === '' ? {} : { unit: item.unit };
      const whole = item.isWhole ? { whole: true } : {};
      return { id, type: item.type, text, ...required, ...ends, ...unit, ...whole, ...rest };
    }
    case 'text':
      return { id, type: item.type, text, ...required, ...ends, ...rest };
    default: {
      const never: never = item;
      throw new Error(`Cannot write the item ${JSON.stringify(never)}`);
    }
  }
}
