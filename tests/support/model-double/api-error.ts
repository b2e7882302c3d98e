/** A request that is refused, in the form that the public API gives to errors. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly parameter: string | null;

  constructor(
    status: number,
    message: string,
    details: { readonly code?: string; readonly parameter?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = details.code ?? null;
    this.parameter = details.parameter ?? null;
  }
}

export function badRequest(message: string, parameter?: string): ApiError {
  return new ApiError(400, message, parameter === undefined ? {} : { parameter });
}

/** For what the real server would overlook without a word, which tests should see. */
export function ownRule(message: string): ApiError {
  return badRequest(`refused by the test double: ${message}`);
}

export function errorBody({ status, message, code, parameter }: ApiError): string {
  const type = TYPES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error');
  return JSON.stringify({ error: { message, type, param: parameter, code } });
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  429: 'rate_limit_exceeded',
};
