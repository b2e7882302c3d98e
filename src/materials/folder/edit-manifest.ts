import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ManifestEntry, MaterialStep } from '../../corpus/manifest.ts';
import { nodeOf } from './yaml-node.ts';

/** What is set anew in an entry; its steps are only added to. */
export type EntryFields = Partial<Omit<ManifestEntry, 'steps'>>;

/** A change of the list of materials. */
export type ManifestEdit =
  | { readonly kind: 'add'; readonly entry: ManifestEntry }
  | {
      readonly kind: 'set';
      /** As it is now. */
      readonly entry: ManifestEntry;
      readonly fields: EntryFields;
      /** Put behind those that are there. */
      readonly step: MaterialStep;
    }
  | { readonly kind: 'remove'; readonly entry: ManifestEntry }
  /** Puts another manifest in its place; the files of these entries go, unless it names them too. */
  | {
      readonly kind: 'replace';
      readonly yaml: string;
      readonly leaving: readonly ManifestEntry[];
    };

/** What a folder begins with that has no manifest yet. */
export const EMPTY_MANIFEST = 'materials: []\n';

/** The manifest with a change; comments, order and all other entries stay as somebody wrote them. */
export function editManifest(yaml: string, edit: ManifestEdit): string {
  if (edit.kind === 'replace') return edit.yaml;
  const document = parseDocument(yaml);
  const materials = document.get('materials');
  if (!isSeq(materials)) throw new Error('Cannot edit a manifest without a list of materials');
  switch (edit.kind) {
    case 'add': {
      materials.flow = false;
      materials.add(nodeOf(document, withoutEmpty(edit.entry)));
      break;
    }
    case 'set': {
      const entry = materials.items[positionOf(materials, edit.entry)] as YAMLMap;
      for (const [field, value] of Object.entries(edit.fields)) {
        entry.set(field, nodeOf(document, value));
      }
      const steps = entry.get('steps');
      const step = nodeOf(document, edit.step);
      if (isSeq(steps)) {
        steps.flow = false;
        steps.add(step);
      } else entry.set('steps', nodeOf(document, [edit.step]));
      break;
    }
    case 'remove':
      materials.items.splice(positionOf(materials, edit.entry), 1);
      if (materials.items.length === 0) materials.flow = true;
      break;
    default:
      edit satisfies never;
  }
  return document.toString({ lineWidth: 0 });
}

/** Entries whose files an edit takes away. */
export function leavingWith(edit: ManifestEdit): readonly ManifestEntry[] {
  switch (edit.kind) {
    case 'remove':
      return [edit.entry];
    case 'replace':
      return edit.leaving;
    default:
      return [];
  }
}

/** A faulty entry may bear the same id: the one that is meant has the same file too. */
function positionOf(materials: YAMLSeq, { id, version, file, sha256 }: ManifestEntry): number {
  const at = materials.items.findIndex(
    (item) =>
      isMap(item) &&
      item.get('id') === id &&
      (item.get('version') ?? 1) === version &&
      item.get('file') === file &&
      item.get('sha256') === sha256,
  );
  if (at === -1) throw new Error(`Cannot edit "${id}@${version}": the manifest has no such entry`);
  return at;
}

/** What says nothing is left out, so that people read only what counts. */
function withoutEmpty({ classes, text_sha256, ...entry }: ManifestEntry): Record<string, unknown> {
  const { steps, ...rest } = entry;
  return {
    ...rest,
    ...(classes.length > 0 ? { classes } : {}),
    ...(text_sha256 === undefined ? {} : { text_sha256 }),
    steps,
  };
}
