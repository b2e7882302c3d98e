import { dayInWords } from '../../checkin/study-date.ts';
import type { CallLimits } from '../../model/model.ts';
import { echoesPrompt } from '../../model/prompt-echo.ts';
import type { Occasion } from '../feature.ts';
import type { ModelTools } from '../model-tools.ts';
import { describe } from './describe-tool.ts';
import { isOffered, type RequestTool, type ToolOutcome } from './request-tool.ts';
import { REQUEST_TOOLS } from './tools.ts';

/** What the agent is told of what came of a tool: as data, and nothing of people. */
const SEEN_BY_MODEL = {
  show: { status: 'shown' },
  confirm: { status: 'waits-for-confirmation' },
  problem: { status: 'not-possible' },
} as const;

/** Outcomes of one request. */
const MOST_OUTCOMES = 3;
/** Steps of the agent: a call of the model and one of its tools are two. */
const MOST_STEPS = 9;

/**
 * Has an agent choose tools for a request, among those that the person may use. What it writes
 * besides is dropped; what its tools come to is returned, and nothing has been done yet.
 *
 * @throws what a tool threw, such as records that cannot be read
 */
export async function chooseTools(
  request: string,
  on: Occasion,
  model: ModelTools,
  limits: CallLimits,
): Promise<readonly ToolOutcome[]> {
  const offered = REQUEST_TOOLS.filter((tool) => isOffered(tool, on));
  const { createAgent, tool } = await import('langchain');
  const prompt = model.prompts.fill('agent', {
    today: `${on.today} ${dayInWords(on.today)}`,
    request: JSON.stringify(request),
  });
  const outcomes: ToolOutcome[] = [];
  const failures: unknown[] = [];
  const carry = async (chosen: RequestTool, input: unknown) => {
    if (outcomes.length === MOST_OUTCOMES) return JSON.stringify({ status: 'too-many' });
    // What an input says is shown to be confirmed.
    if (echoesPrompt(Object.values(input as object).join('\n'), prompt.system)) {
      return JSON.stringify(SEEN_BY_MODEL.problem);
    }
    const outcome = await chosen.run(chosen.input.parse(input), on).catch((error: unknown) => {
      // LangChain would tell the model in the error's own words.
      failures.push(error);
      return null;
    });
    if (outcome === null) return JSON.stringify(SEEN_BY_MODEL.problem);
    if (outcome.kind === 'data') return JSON.stringify(outcome.data);
    // Asked for twice, it is done once.
    const words = JSON.stringify(outcome);
    if (!outcomes.some((one) => JSON.stringify(one) === words)) outcomes.push(outcome);
    return JSON.stringify(SEEN_BY_MODEL[outcome.kind]);
  };
  const agent = createAgent({
    model: await model.chat.forAgent(limits),
    tools: offered.map((one) =>
      tool((input) => carry(one, input), describe(one, model.toolPrompts)),
    ),
    systemPrompt: prompt.system,
  });
  try {
    await agent.invoke(
      { messages: [{ role: 'user', content: prompt.user }] },
      { signal: limits.signal, recursionLimit: MOST_STEPS },
    );
  } catch {
    // An agent that fails or goes round in circles has chosen what it has chosen.
  }
  if (failures.length > 0) throw failures[0];
  return outcomes;
}
