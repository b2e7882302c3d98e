// Takes materials all their way, one after another, until it is killed; tells before each change. It
// runs what is built, in plain JavaScript, so that it begins at once: many are killed.
import { readDocument } from '../../dist/corpus/readers/read-document.js';
import { openCompanions } from '../../dist/materials/faq/open-companions.js';
import { openShelf } from '../../dist/materials/open-shelf.js';

const [folder = '', dataFolder = ''] = process.argv.slice(2);
const parts = {
  ...{ folder, startFrom: folder, dataFolder, oneMayApprove: true },
  ...{ today: () => '2024-06-01', now: () => new Date() },
  read: readDocument,
};
const shelf = openShelf(parts);
const companions = openCompanions(parts);
const tell = () => process.send?.('change');
const by = { name: '张三', person: null };

for (let count = 0; ; count++) {
  const text = `规定\n第一条 第${process.pid}之${count}份。`;
  tell();
  const added = await shelf.add({
    file: { name: 'rules.txt', bytes: Buffer.from(text) },
    details: { issuer: '某单位', edition: `第${count}版` },
    ...{ replaces: null, id: `rules-${process.pid}-${count}`, by },
  });
  if (added.kind === 'refused') throw new Error(added.problem);
  const { entry } = added.material;
  tell();
  const wanted = { outcome: 'not-in-corpus', places: [], contains: [], absent: [] };
  const kept = await companions.keepGolden(
    { id: `g-${process.pid}-${count}`, question: `第${count}问`, ...wanted },
    by,
  );
  if (kept.kind === 'refused') throw new Error(kept.problem);
  tell();
  await shelf.change(entry, { title: `规定${count}` }, by);
  tell();
  if (count % 3 === 0) await shelf.discard(entry, by);
  else {
    tell();
    await shelf.submit(entry, by);
    tell();
    await shelf.approve(entry, entry.sha256, by);
    tell();
    if (count % 3 === 1) await shelf.retire(entry, '已废止', by);
  }
}
