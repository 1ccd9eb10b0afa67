import { html, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem';

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

export function empty(text: string): TemplateResult {
  return html`<p class="state empty">${text}</p>`;
}
