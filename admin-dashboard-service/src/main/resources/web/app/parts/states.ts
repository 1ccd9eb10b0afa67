import { html, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem';
import { format } from '../view/format';

/** While nothing is known yet. */
export function skeleton(): TemplateResult {
  return html`<div class="skeleton" role="status"><span class="visually-hidden">Loading…</span></div>`;
}

/** One card's refusal; the others stand. */
export function failed(problem: Problem, again?: () => void): TemplateResult {
  const heading =
    problem.status === 0 ? 'Offline' : problem.status === 403 ? 'Not for your role' : 'This could not be shown';
  return html`<div class="state failed" role="alert">
    <strong>${heading}</strong>
    <p>${problem.message}</p>
    ${problem.requestId ? html`<p class="quiet">Request ${problem.requestId}</p>` : ''}
    ${again && problem.status !== 403 ? html`<button type="button" @click=${again}>Try again</button>` : ''}
  </div>`;
}

/** Above numbers that could not be asked for again. */
export function outdated(problem: Problem, asOf: string): TemplateResult {
  return html`<p class="refusal" role="status">As of ${format(asOf, 'time')}; newer numbers cannot be had just now. ${problem.message}</p>`;
}

export function empty(text: string): TemplateResult {
  return html`<p class="state empty">${text}</p>`;
}
