/** `node write-until-killed.ts FOLDER NAME`: keeps turns and tells of each; NAME `once` keeps one. */
import { openRecords } from '../../src/storage/records.ts';
import { kept, turn } from './kept.ts';

const [folder = '', name = ''] = process.argv.slice(2);
const records = await openRecords(folder);
const speaker = { channel: 'test', conversation: 'group', person: 'one' };
for (let count = 0; name !== 'once' || count < 1; count++) {
  const id = `${name}-${process.pid}-${count}`;
  await records.conversations.keep(kept({ speaker, turn: turn(id) }));
  process.send?.(id);
}
await records.close();
process.disconnect?.();
