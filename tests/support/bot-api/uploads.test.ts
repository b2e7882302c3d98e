import { Api, GrammyError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainClient, PNG, plainClient } from './plain-client.ts';
import { type BotApi, startBotApi } from './start-bot-api.ts';

const PERSON = 501;

let api: BotApi;
let plain: PlainClient;
let client: Api;

beforeEach(async () => {
  api = await startBotApi();
  plain = plainClient(api);
  client = new Api(api.token, { apiRoot: api.url });
  say('hi');
});
afterEach(() => api.close());

const say = (text: string) => api.say(PERSON, text);
const shown = () => {
  const message = api.messages(PERSON).at(-1);
  if (message === undefined) throw new Error('Nothing was sent');
  return message;
};

describe('a file', () => {
  const upload = (name: string, bytes = Buffer.from('内容')) =>
    client.sendDocument(PERSON, new InputFile(bytes, name), { caption: ' 说明 ' });

  it.each([
    ['干训答复.txt', '干训答复.txt'],
    ['《通知》（2024）·一.txt', '通知  2024 一.txt'],
    ['a;b.txt', 'a'],
    ['100%41.txt', '100A.txt'],
    ['../名 字.txt', '名 字.txt'],
    ['长'.repeat(70), '长'.repeat(64)],
    ['？', 'file'],
  ])('named %s through grammY is shown as %s', async (name, seen) => {
    const { document } = await upload(name);
    expect(document.file_name).toBe(seen);
    expect(shown()).toMatchObject({ caption: '说明', document: { name: seen } });
    expect(shown().document?.bytes.toString()).toBe('内容');
  });

  it('has no quotes around a part of its name', async () => {
    await expect(upload('"引".txt')).rejects.toThrow("expected ';' in Content-Disposition header");
  });

  it('is read from quoted and from odd headers too', async () => {
    const form = new FormData();
    form.set('chat_id', `${PERSON}`);
    form.set('document', new Blob(['a']), '名字.txt');
    expect((await plain.post('sendDocument', { body: form })).ok).toBe(true);
    expect(shown().document?.name).toBe('名字.txt');
    const body = [
      '--b c',
      'CONTENT-Disposition: form-data; name = chat_id',
      '',
      `${PERSON}`,
      '--b c',
      'content-disposition:form-data;filename=  名.md ;name="doc%75ment"',
      '',
      'b',
      '--b c--',
    ].join('\r\n');
    const headers = { 'content-type': 'Multipart/Form-Data; boundary="b c"' };
    expect((await plain.post('sendDocument', { headers, body })).ok).toBe(true);
    expect(shown().document).toMatchObject({ name: '名.md' });
  });

  it.each([
    ['', 'boundary not found'],
    ['; boundary=x', 'unexpected end of request content'],
    ['; boundary=b', 'field name in multipart/form-data not found'],
  ])('comes in a whole form: %j', async (parameter, reason) => {
    const headers = { 'content-type': `multipart/form-data${parameter}` };
    const body = '--b\r\nContent-Disposition: form-data; a=b\r\n\r\nc\r\n--b--';
    const reply = await plain.post('sendDocument', { headers, body });
    expect(reply.description).toBe(`Bad Request: ${reason}`);
  });

  it('has a size and a caption within limits', async () => {
    const refused = async (sent: Promise<unknown>) => {
      const error = await sent.catch((reason: unknown) => reason);
      return error instanceof GrammyError ? `${error.error_code} ${error.description}` : error;
    };
    expect(await refused(upload('a.txt', Buffer.alloc(0)))).toBe(
      '400 Bad Request: file must be non-empty',
    );
    const huge = Buffer.alloc(50 * 1024 * 1024 + 1);
    expect(await refused(upload('a.txt', huge))).toBe('413 Request Entity Too Large');
    const photo = (bytes: Buffer) => client.sendPhoto(PERSON, new InputFile(bytes, 'a.png'));
    expect(await refused(photo(huge.subarray(0, 10 * 1024 * 1024 + 1)))).toContain(
      'is too big for a photo; the maximum size is 10485760 bytes',
    );
    expect(await refused(photo(Buffer.from('no picture')))).toContain('IMAGE_PROCESS_FAILED');
    const caption = '字'.repeat(1025);
    const file = new InputFile(PNG, 'a.png');
    expect(await refused(client.sendPhoto(PERSON, file, { caption }))).toBe(
      '400 Bad Request: message caption is too long',
    );
    expect(await plain.refusal('sendPhoto', { chat_id: PERSON })).toBe(
      '400 Bad Request: there is no photo in the request',
    );
    expect(api.messages(PERSON)).toEqual([]);
  });

  it('is sent again by its id', async () => {
    const { photo } = await client.sendPhoto(PERSON, new InputFile(PNG, 'a.png'));
    await client.sendPhoto(PERSON, photo[0]?.file_id ?? '');
    expect(shown().photo).toEqual({ bytes: PNG, width: 1, height: 1 });
    expect(await plain.refusal('sendPhoto', { chat_id: PERSON, photo: 'unknown' })).toBe(
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    );
  });
});
