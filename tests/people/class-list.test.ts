import excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClassList } from '../../src/people/class-list/read-class-list.ts';

/** GB 18030 by looking up what its decoder makes of every pair of bytes. */
const GBK = (() => {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const text = decoder.decode(Uint8Array.from([high, low]));
      if ([...text].length === 1 && !table.has(text)) table.set(text, [high, low]);
    }
  }
  return table;
})();

const inGbk = (text: string) =>
  Uint8Array.from([...text].flatMap((one) => GBK.get(one) ?? [one.charCodeAt(0)]));

async function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readClassList({ name: 'x', bytes });
}

async function listOf(content: string | Uint8Array) {
  const result = await read(content);
  if (!result.ok) throw new Error(result.problem);
  return result.list;
}

async function workbook(fill: (sheet: excel.Worksheet) => void): Promise<Uint8Array> {
  const book = new excel.Workbook();
  fill(book.addWorksheet('名单'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const PLAIN = '姓名,单位,角色\n王芳,某局,学员\n李强,某委,教师\n';
const PEOPLE = [
  { line: 2, name: '王芳', unit: '某局', role: 'learner' },
  { line: 3, name: '李强', unit: '某委', role: 'trainer' },
];

describe('a list as text', () => {
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', PLAIN],
    ['UTF-8 with its mark', `\uFEFF${PLAIN}`],
    ['GBK', inGbk(PLAIN)],
    ['UTF-16', Buffer.from(`\uFEFF${PLAIN}`, 'utf16le')],
    ['tabs', PLAIN.replaceAll(',', '\t')],
    ['semicolons', PLAIN.replaceAll(',', ';')],
    ['Chinese commas', PLAIN.replaceAll(',', '，')],
    ['Windows line ends', PLAIN.replaceAll('\n', '\r\n')],
  ])('in %s', async (_, content) => {
    expect(await listOf(content)).toEqual({ people: PEOPLE, problems: [], remarks: [] });
  });

  it('may have a title above and a sum below, and other columns', async () => {
    const list = await listOf(
      '任职培训班学员名单\n\n序号,学员姓名,工作单位,职务,身份证号,手机号码\n1,王芳,某局,处长,110,139\n合计,,,1人,,\n制表人：李某\n',
    );
    expect(list.people).toMatchObject([{ line: 4, name: '王芳', unit: '某局', role: 'learner' }]);
    expect(list.remarks).toEqual([
      { line: 3, problem: '“身份证号”“手机号码”列涉及个人隐私，没有读取。' },
    ]);
    expect(JSON.stringify(list)).not.toContain('110');
  });

  it('may have no header where names are plain', async () => {
    expect((await listOf('王芳,某局\n李强\n')).people).toMatchObject([
      { line: 1, name: '王芳', unit: '某局' },
      { line: 2, name: '李强', unit: '' },
    ]);
  });

  it('names the rows that are wrong, and takes the others', async () => {
    const list = await listOf(
      '姓名,单位,角色\n王芳,某局,\n王 芳,某局,\n,某局,学员\n12345,某局,\n赵敏,某局,管理员\n王芳,某委,\n',
    );
    expect(list.people.map(({ line, unit }) => [line, unit])).toEqual([
      [2, '某局'],
      [7, '某委'],
    ]);
    expect(list.problems.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
      '3 “王芳”与第 2 行重复，没有再导入。',
      '4 没有姓名，请补上。',
      '5 “12345”不像姓名，请核对。',
      expect.stringContaining('6 不认识角色“管理员”'),
    ]);
    expect(list.remarks).toMatchObject([{ line: 7, problem: expect.stringContaining('同名') }]);
  });
});

describe('a list as a workbook', () => {
  it('has merged cells filled in, with a remark', async () => {
    const bytes = await workbook((sheet) => {
      sheet.mergeCells('A1:C1');
      sheet.getCell('A1').value = '任职培训班名单';
      sheet.addRow(['姓名', '单位', '角色']);
      sheet.addRow(['王芳', '某局', '学员']);
      sheet.addRow(['李强', '', '学员']);
      sheet.mergeCells('B3:B4');
    });
    const list = await listOf(bytes);
    expect(list.people.map(({ name, unit }) => [name, unit])).toEqual([
      ['王芳', '某局'],
      ['李强', '某局'],
    ]);
    expect(list.remarks).toEqual([
      { line: 4, problem: '合并的单元格已按“某局”填入，请核对单位。' },
    ]);
  });

  it('is the first sheet that holds anything, with formatted texts', async () => {
    const book = new excel.Workbook();
    book.addWorksheet('空');
    const sheet = book.addWorksheet('名单');
    sheet.addRow(['姓名', '单位']);
    sheet.addRow([{ richText: [{ text: '王' }, { text: '芳' }] }, '某局']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect((await listOf(bytes)).people).toMatchObject([{ name: '王芳', unit: '某局' }]);
  });
});

describe('a file that is no list', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', '文件是空的'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), '另存为 .xlsx'],
    ['a damaged workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]), '已经损坏'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), '看不懂'],
    ['without names', '单位,电话\n某局,1\n', '没有找到“姓名”列'],
    ['a header alone', '姓名,单位\n', '表头下面没有人员'],
    ['too many rows', `姓名\n${'王芳\n'.repeat(2001)}`, '超过 2000 行'],
    ['too large', new Uint8Array(6 * 1024 * 1024), '超过 5 MB'],
  ])('%s says what to do', async (_, content, problem) => {
    expect(await read(content)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    });
  });

  it('that would fill the memory is not unpacked', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['姓名']);
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 28 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    }
    expect(await read(bytes)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('过大'),
    });
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isZip) => {
        const content = isZip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes;
        expect(typeof (await read(content)).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
