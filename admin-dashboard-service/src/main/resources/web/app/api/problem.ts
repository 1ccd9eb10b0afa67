/** A refusal, as RFC 9457 has it; or that nobody answered, with status 0. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly errors: { field: string; message: string }[] = [],
    readonly requestId?: string,
  ) {
    super(detail);
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('Content-Type')?.includes('json');
  const body = isProblem ? await response.json().catch(() => ({})) : {};
  return new Problem(
    response.status,
    body.detail ?? body.error_description ?? body.title ?? `The answer was ${response.status}.`,
    body.errors ?? [],
    body.request_id ?? response.headers.get('X-Request-Id') ?? undefined,
  );
}

export function asProblem(cause: unknown): Problem {
  if (cause instanceof Problem) {
    return cause;
  }
  return new Problem(0, cause instanceof TypeError ? 'The server cannot be reached.' : String((cause as Error).message));
}
