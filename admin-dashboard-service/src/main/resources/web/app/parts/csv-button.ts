import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ask } from '../api/client';
import { asProblem } from '../api/problem';

/** Saves a table as CSV. A plain link would have to carry the token. */
@customElement('csv-button')
export class CsvButton extends LitElement {
  @property({ attribute: false }) source!: [string, Record<string, string | undefined>];
  @property() label = '';
  @state() private refusal?: string;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render() {
    return html`<button type="button" class="quiet" @click=${this.save} aria-label="Save ${this.label} as CSV">CSV</button>
      ${this.refusal ? html`<span role="alert" class="refusal">${this.refusal}</span>` : nothing}`;
  }

  private async save(): Promise<void> {
    this.refusal = undefined;
    try {
      const response = await ask(this.source[0], { query: this.source[1], headers: { Accept: 'text/csv' } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = fileName(response) ?? `${this.label.toLowerCase().replaceAll(' ', '-')}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (cause) {
      this.refusal = asProblem(cause).message;
    }
  }
}

function fileName(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
}
