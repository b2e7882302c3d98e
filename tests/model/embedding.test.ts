import { describe, expect, it } from 'vitest';
import { failureKind, inTurn, testEndpoint } from './test-endpoint.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `第${index}段`);
const inputsOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => body.input as string[];

describe('embeddings', () => {
  it('come in batches of ten, in the order of their texts', async () => {
    const { double, embedding } = await testEndpoint();
    const texts = numbered(23);
    double.answer((request) => ({
      kind: 'vectors',
      shuffled: true,
      vectors: inputsOf(request).map((text) => [texts.indexOf(text), 0.5]),
    }));
    const vectors = await embedding.embedDocuments(texts);
    expect(vectors).toEqual(texts.map((_, index) => [index, 0.5]));
    expect(double.requests.map((request) => inputsOf(request).length)).toEqual([10, 10, 3]);
    expect(double.requests[0]?.body.encoding_format).toBe('float');
  });

  it('are of the text as it stands', async () => {
    const { double, embedding } = await testEndpoint();
    await embedding.embedQuery('一、总则\n（一）目的');
    expect(double.requests[0]?.body).toMatchObject({
      model: 'double-embedding',
      input: '一、总则\n（一）目的',
    });
  });

  it('of nothing ask nothing', async () => {
    const { double, embedding } = await testEndpoint();
    expect(await embedding.embedDocuments([])).toEqual([]);
    expect(double.requests).toEqual([]);
  });

  it('leave half of the calls to people', async () => {
    const { double, embedding } = await testEndpoint({ concurrency: 4 });
    let most = 0;
    double.answer(async () => {
      most = Math.max(most, double.openConnections());
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { kind: 'vectors' };
    });
    await embedding.embedDocuments(numbered(80));
    expect(most).toBe(2);
  });

  it('count their tokens, as reported or as estimated', async () => {
    const { double, embedding } = await testEndpoint();
    double.answer(
      inTurn(
        { kind: 'vectors', usage: { input: 40, output: 0 } },
        { kind: 'vectors', usage: null },
      ),
    );
    await embedding.embedQuery('学时');
    expect(embedding.tokensUsed()).toBe(40);
    await embedding.embedDocuments(['学时', '经费']);
    expect(embedding.tokensUsed()).toBe(45);
  });
});

describe('embeddings are malformed', () => {
  it.each([
    ['with one too few', [[1, 0]]],
    [
      'with one too many',
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
    ],
    [
      'of different dimensions',
      [
        [1, 0],
        [0, 1, 0],
      ],
    ],
    ['without a dimension', [[], []]],
    [
      'with what is no number',
      [
        [1, 0],
        [0, null],
      ] as number[][],
    ],
  ])('%s', async (_, vectors) => {
    const { double, embedding } = await testEndpoint();
    double.answer(() => ({ kind: 'vectors', vectors }));
    expect(await failureKind(embedding.embedDocuments(['甲', '乙']))).toBe('malformed');
  });

  it('where batches differ in their dimension', async () => {
    const { double, embedding } = await testEndpoint();
    double.answer((request) => {
      const inputs = inputsOf(request);
      return { kind: 'vectors', vectors: inputs.map(() => (inputs.length === 10 ? [1] : [1, 2])) };
    });
    expect(await failureKind(embedding.embedDocuments(numbered(11)))).toBe('malformed');
  });

  it('where the answer is cut, or is no JSON', async () => {
    const { double, embedding } = await testEndpoint();
    double.answer(() => ({ kind: 'vectors', breaks: 'truncate' }));
    expect(await failureKind(embedding.embedQuery('甲'))).toBe('malformed');
    double.answer(() => ({ kind: 'body', contentType: 'text/html', body: '<html></html>' }));
    expect(await failureKind(embedding.embedQuery('甲'))).toBe('malformed');
  });
});

it.each([
  ['unreachable', { kind: 'vectors', breaks: 'disconnect' }],
  ['timeout', { kind: 'vectors', breaks: 'hang' }],
  ['timeout', { kind: 'hang' }],
  ['unauthorized', { kind: 'error', status: 401 }],
] as const)('embeddings fail of %s', async (kind, reply) => {
  const { double, embedding } = await testEndpoint({ firstByteMs: 100, silenceMs: 100 });
  double.answer(() => reply);
  expect(await failureKind(embedding.embedQuery('甲'))).toBe(kind);
  await expect.poll(double.openConnections).toBe(0);
});

it('once a batch has failed, the others are given up', async () => {
  const { double, embedding } = await testEndpoint({ concurrency: 4 });
  double.answer((request) =>
    inputsOf(request).length === 1 ? { kind: 'error', status: 400 } : { kind: 'hang' },
  );
  expect(await failureKind(embedding.embedDocuments(numbered(11)))).toBe('refused');
  await expect.poll(double.openConnections).toBe(0);
});
