import type { AsideKind } from './set-aside.ts';
import { elementsOf, type XmlElement } from './xml-element.ts';

interface Shape {
  readonly kind: AsideKind;
  readonly words: string;
}

/** What a drawing holds: text boxes, whose paragraphs are text, and shapes, which are none. */
export interface Drawing {
  readonly boxes: readonly XmlElement[];
  readonly shapes: readonly Shape[];
}

export function drawingIn(drawing: XmlElement): Drawing {
  const boxes: XmlElement[] = [];
  const shapes: Shape[] = [];
  let alternative = '';
  const walk = (element: XmlElement): void => {
    const { name, attributes } = element;
    if (name === 'w:txbxContent') {
      boxes.push(element);
      return;
    }
    if (name === 'wp:docPr') alternative = attributes.descr ?? attributes.title ?? '';
    if (name === 'v:shape') alternative = attributes.alt ?? attributes.title ?? '';
    if (name === 'a:blip' || name === 'v:imagedata')
      shapes.push({ kind: 'picture', words: alternative });
    if (name === 'c:chart') shapes.push({ kind: 'chart', words: alternative });
    if (name === 'dgm:relIds') shapes.push({ kind: 'diagram', words: alternative });
    if (name === 'v:textpath') shapes.push({ kind: 'word-art', words: attributes.string ?? '' });
    for (const child of elementsOf(element)) walk(child);
  };
  walk(drawing);
  const program = objectIn(drawing)?.attributes.ProgID;
  if (program === undefined) return { boxes, shapes };
  // What is drawn of an object is but its picture.
  const kind = /^(?:Equation|MathType)/iu.test(program) ? 'equation' : 'embedded';
  return { boxes, shapes: [{ kind, words: '' }] };
}

function objectIn(element: XmlElement): XmlElement | undefined {
  return elementsOf(element).find(({ name }) => name === 'o:OLEObject');
}
