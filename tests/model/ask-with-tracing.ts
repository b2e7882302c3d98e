import { createAgent } from 'langchain';
import { createModelEndpoint } from '../../src/model/create-endpoint.ts';
import { FREE_TEXT } from '../../src/model/model.ts';
import { withoutTracing } from '../../src/model/untraced.ts';
import { configFor, testLimits } from './test-endpoint.ts';

// A process of its own, since its environment is what is looked at.
const [url = '', mode] = process.argv.slice(2);
if (mode === 'untraced') withoutTracing(process.env);
const log = { info: () => {}, warn: () => {} };
const { chat } = createModelEndpoint(configFor({ url, key: 'sk-double' }), { log });
const prompt = { task: 'answer', system: '甲', user: '私下的提问', output: FREE_TEXT };
await chat?.complete(prompt, testLimits());
const model = await chat?.forAgent(testLimits());
if (model === undefined) throw new Error('Expected a chat model to be set');
await createAgent({ model, tools: [] }).invoke({
  messages: [{ role: 'user', content: '私下的提问' }],
});
