import { type Document, type Node, Scalar, visit } from 'yaml';

/** A value as it is written; days are quoted, so that no reader of YAML takes them for anything but words. */
export function nodeOf(document: Document, value: unknown): Node {
  const node = document.createNode(value);
  visit(node, {
    Scalar(_, scalar) {
      const isDay = typeof scalar.value === 'string' && /^\d{4}-\d\d-\d\d/u.test(scalar.value);
      if (isDay) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return node;
}
