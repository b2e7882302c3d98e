import { readDocument } from '../../src/corpus/readers/read-document.ts';
import { openShelf } from '../../src/materials/open-shelf.ts';

// Takes materials all their way, one after another, until it is killed. Tells when it begins.
const [folder = '', dataFolder = '', name = ''] = process.argv.slice(2);
const shelf = openShelf({
  ...{ folder, startFrom: folder, dataFolder, oneMayApprove: true },
  ...{ today: () => '2024-06-01', now: () => new Date() },
  read: async (fileName, bytes) => {
    const { aside: _, ...reading } = await readDocument(fileName, bytes);
    return reading;
  },
});
const by = { name, person: null };

process.send?.('begun');
for (let count = 0; ; count++) {
  const text = `规定\n第一条 ${name}写下的第${process.pid}之${count}份。`;
  const added = await shelf.add({
    file: { name: 'rules.txt', bytes: Buffer.from(text) },
    details: { issuer: '某单位', edition: `第${count}版` },
    ...{ replaces: null, id: `${name}-${process.pid}-${count}`, by },
  });
  if (added.kind === 'refused') throw new Error(added.problem);
  const { entry } = added.material;
  await shelf.change(entry, { title: `规定${count}` }, by);
  if (count % 3 === 0) await shelf.discard(entry, by);
  else {
    await shelf.submit(entry, by);
    await shelf.approve(entry, entry.sha256, by);
    if (count % 3 === 1) await shelf.retire(entry, '已废止', by);
  }
}
