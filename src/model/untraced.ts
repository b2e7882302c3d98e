/**
 * Settings of other programs by which LangChain sends all that is asked and answered to a service
 * of its maker, or prints it.
 */
const TELLING = [
  ...['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'],
  ...['LANGCHAIN_VERBOSE', 'LANGSMITH_OTEL_ENABLED', 'OTEL_ENABLED'],
];

/** Takes these settings out of an environment, for the whole of the process that it belongs to. */
export function withoutTracing(environment: Record<string, string | undefined>): void {
  for (const name of TELLING) delete environment[name];
}
