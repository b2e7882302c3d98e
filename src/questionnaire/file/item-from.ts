import {
  ITEM_TYPES,
  type Item,
  type ItemBasis,
  type ItemType,
  LONGEST_TEXT,
  type ShowIf,
} from '../questionnaire.ts';
import { isPlain, type Plain } from './plain-item.ts';

/** Characters, where a text item does not say how many it takes. */
const USUAL_TEXT = 500;

/**
 * An item of a file with what was left out filled in. Whatever the fields hold, an item comes of it:
 * what is no item at all is told by the strict reading, or by the lint.
 */
export function itemFrom(plain: Plain): Item {
  const type = typeOf(plain);
  const any = {
    id: wordsOf(plain.id),
    text: wordsOf(plain.text),
    hint: wordsOf(plain.hint),
    showIf: showIfOf(plain.showIf),
    basis: basisOf(plain.basis),
  };
  if (type === 'section') return { ...any, type };
  const isRequired = typeof plain.required === 'boolean' ? plain.required : type !== 'text';
  const least = numberOf(plain.least);
  const most = numberOf(plain.most);
  const options = optionsOf(plain.options);
  switch (type) {
    case 'single':
      return { ...any, type, isRequired, options, isBand: plain.band === true };
    case 'multiple':
      return { ...any, type, isRequired, options, least, most };
    case 'ranking':
      return { ...any, type, isRequired, options, most };
    case 'scale-pair': {
      const pair = plain.pair === 'change' ? 'change' : 'need';
      const given = plain.notApplicable;
      const hasNotApplicable = typeof given === 'boolean' ? given : pair === 'need';
      return { ...any, type, isRequired, pair, hasNotApplicable };
    }
    case 'number': {
      const unit = wordsOf(plain.unit);
      return { ...any, type, isRequired, least, most, unit, isWhole: plain.whole === true };
    }
    case 'text':
      return { ...any, type, isRequired, most: Math.min(most ?? USUAL_TEXT, LONGEST_TEXT) };
    default: {
      const never: never = type;
      throw new Error(`Cannot make an item of the type "${never}"`);
    }
  }
}

/** A type that is not known is guessed from what the item has. */
function typeOf({ type, options }: Plain): ItemType {
  const known = ITEM_TYPES.find((one) => one === type);
  return known ?? (Array.isArray(options) ? 'single' : 'text');
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function optionsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(wordsOf) : [];
}

function showIfOf(value: unknown): ShowIf | null {
  if (!isPlain(value)) return null;
  const { item, is } = value;
  return typeof item === 'string' && Array.isArray(is) ? { item, is: is.map(wordsOf) } : null;
}

function basisOf(value: unknown): ItemBasis | null {
  if (!isPlain(value)) return null;
  const { material, title, place, start, text } = value;
  const isWhole = [material, title, place, text].every((one) => typeof one === 'string');
  if (!isWhole || typeof start !== 'number') return null;
  return {
    material: String(material),
    title: String(title),
    place: String(place),
    start,
    text: String(text),
  };
}
