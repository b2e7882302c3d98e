import { describe, expect, it } from 'vitest';
import { READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { readDocx } from '../../../src/corpus/readers/docx/read-docx.ts';
import { UserFacingError } from '../../../src/errors.ts';
import { forged, renamed } from '../../support/forged-zip.ts';
import { makeDocx, p, wordEntries, zipped } from '../../support/make-docx.ts';

const BODY = { body: p('正文') };
const SECRET = '不应出现的文字';

/** A Word file with entries put in or changed. */
function changed(changes: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  return zipped(
    new Map<string, string | Uint8Array>([...wordEntries(BODY), ...Object.entries(changes)]),
  );
}

function documentOf(xml: string): Promise<Uint8Array> {
  return changed({ 'word/document.xml': xml });
}

function typesWith(from: string, to: string): Promise<Uint8Array> {
  const types = wordEntries(BODY).get('[Content_Types].xml') ?? '';
  expect(types).toContain(from);
  return changed({ '[Content_Types].xml': types.replace(from, to) });
}

const SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const whole = (body: string) => `<w:document ${SPACE}><w:body>${body}</w:body></w:document>`;
const BOMB = `<!DOCTYPE b [<!ENTITY a "${SECRET}"><!ENTITY b "&a;&a;&a;&a;">]>`;
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

describe('a Word file that must not be read is refused with what to do', () => {
  it.each<[string, RegExp, () => Uint8Array | Promise<Uint8Array>]>([
    [
      'encrypted',
      /打开密码.*取消密码/u,
      () => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    [
      'of the old format',
      /旧版.*另存为 \.docx/u,
      () => Buffer.concat([OLE, Buffer.from('WordDocument', 'utf16le')]),
    ],
    [
      'with entries encrypted',
      /打开密码/u,
      async () => forged(await makeDocx(BODY), 'flags', (flags) => flags | 1),
    ],
    [
      'with macros by its type',
      /含有宏.*不含宏/u,
      () =>
        typesWith(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
    ],
    [
      'with macros in a part',
      /含有宏/u,
      () => changed({ 'word/vbaProject.bin': Uint8Array.of(1) }),
    ],
    ['cut off', /已损坏或者没有传完.*重新发送/u, async () => (await makeDocx(BODY)).slice(0, -100)],
    ['something else by name', /已损坏/u, () => Buffer.from('%PDF-1.7')],
    [
      'a workbook',
      /不是 Word 文档/u,
      () => typesWith('wordprocessingml.document', 'spreadsheetml.sheet'),
    ],
    ['any other archive', /不是 Word 文档/u, () => zipped([['a.txt', '甲']])],
    [
      'without its main part',
      /不是 Word 文档/u,
      () => zipped([...wordEntries(BODY)].filter(([name]) => name !== 'word/document.xml')),
    ],
    ['of another root', /不是 Word 文档/u, () => documentOf('<html><body>甲</body></html>')],
    ['with words outside the tags', /不符合格式/u, () => documentOf('<w:document><w:body><w:p>')],
    [
      'with tags that cross',
      /不符合格式/u,
      () => documentOf(whole('<w:p><w:r><w:t>甲</w:p></w:t></w:r>')),
    ],
    [
      'with a part cut off',
      /不符合格式/u,
      () => documentOf(whole(p('甲').repeat(3)).slice(0, -40)),
    ],
    [
      'that is not UTF-8',
      /不符合格式/u,
      () => changed({ 'word/document.xml': Buffer.from([0x3c, 0xb8, 0xc9, 0x3e]) }),
    ],
    [
      'with a bomb of entities',
      /外部定义/u,
      () => documentOf(BOMB + whole('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')),
    ],
    [
      'with a DOCTYPE in a part that is not read',
      /外部定义/u,
      () =>
        changed({ 'customXml/item1.xml': '<!DOCTYPE a SYSTEM "http://example.invalid/x"><a/>' }),
    ],
    [
      'with a DOCTYPE in UTF-16',
      /外部定义/u,
      () => changed({ 'customXml/item1.xml': Buffer.from('\uFEFF<!DOCTYPE a><a/>', 'utf16le') }),
    ],
    [
      'nested without end',
      /嵌套过深/u,
      () => documentOf(whole('<w:sdt><w:sdtContent>'.repeat(5000))),
    ],
    [
      'that unpacks to a hundred megabytes',
      /展开后过大/u,
      () => changed({ 'word/media/a.bin': Buffer.alloc(100 * 1024 * 1024) }),
    ],
    [
      'with an unsafe name',
      /文件名不安全/u,
      async () =>
        renamed(await changed({ 'word/media/x.png': '' }), 'word/media/x.png', 'word/../../x.png'),
    ],
    ['without words', /没有读到文字/u, () => makeDocx({ body: p('') })],
  ])('%s', async (_name, words, docx) => {
    const refused = readDocx(await docx(), READING_LIMITS);
    await expect(refused).rejects.toThrow(UserFacingError);
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow(/^[^\n]*请[^\n]*。$/u);
  });

  it('longer than a material may be', async () => {
    const docx = await makeDocx({ body: p('字'.repeat(200)) });
    await expect(readDocx(docx, { ...READING_LIMITS, characters: 100 })).rejects.toThrow(
      '文字过多',
    );
  });
});

describe('a Word file with tricks in it', () => {
  it('has no entity resolved, known or not', async () => {
    const docx = await documentOf(
      whole('<w:p><w:r><w:t>甲&amp;nbsp;&copy;&#x4e59;</w:t></w:r></w:p>'),
    );
    expect((await readDocx(docx, READING_LIMITS)).text).toBe('甲&nbsp;&copy;乙');
  });

  it('has nothing fetched from outside, and reads parts by relations alone', async () => {
    const relations =
      '<Relationships><Relationship Id="a" Type="x/styles" Target="http://example.invalid/s.xml" TargetMode="External"/><Relationship Id="b" Type="x/footnotes" Target="../../../etc/passwd"/></Relationships>';
    const docx = await changed({ 'word/_rels/document.xml.rels': relations });
    expect((await readDocx(docx, READING_LIMITS)).text).toBe('正文');
  });

  it('may have styles and lists that go in circles', async () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/></w:style>`;
    const list = `<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const docx = await makeDocx({
      styles: style('A', 'B') + style('B', 'A') + style('C', 'C') + list,
      numbering:
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      body:
        p('甲', '<w:pStyle w:val="A"/>') +
        p('乙', '<w:pStyle w:val="C"/><w:numPr><w:numId w:val="1"/></w:numPr>'),
    });
    expect((await readDocx(docx, READING_LIMITS)).text).toBe('甲\n乙');
  });

  it('may name notes, lists and levels that are not there', async () => {
    const docx = await makeDocx({
      body: `${p('甲', '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr>')}<w:p><w:r><w:footnoteReference w:id="9"/><w:t>乙</w:t></w:r></w:p>`,
    });
    expect((await readDocx(docx, READING_LIMITS)).text).toBe('甲\n乙');
  });

  it('may nest as deep as files do', async () => {
    const nested =
      '<w:sdt><w:sdtContent>'.repeat(190) + p('甲') + '</w:sdtContent></w:sdt>'.repeat(190);
    expect((await readDocx(await makeDocx({ body: nested }), READING_LIMITS)).text).toBe('甲');
  });

  it('may have notes that refer to themselves', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const docx = await makeDocx({
      body: `<w:p><w:r><w:t>甲</w:t></w:r>${reference}</w:p>`,
      footnotes: `<w:footnote w:id="2"><w:p><w:r><w:t>乙</w:t></w:r>${reference}</w:p></w:footnote>`,
    });
    expect((await readDocx(docx, READING_LIMITS)).text).toBe('甲\n注：乙');
  });
});
