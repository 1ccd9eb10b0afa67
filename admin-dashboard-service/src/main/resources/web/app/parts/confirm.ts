import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';

export interface Field {
  name: string;
  label: string;
  kind?: 'line' | 'prose' | 'amount' | 'number' | 'choice' | 'date' | 'flag';
  required?: boolean;
  value?: string;
  /** For a choice: what is sent, and how it is called. */
  options?: [string, string][];
  hint?: string;
  /** Characters of a text; 200 of a line and 2,000 of prose unless said. */
  longest?: number;
  /** Of a number or an amount. */
  least?: number;
  most?: number;
}

export interface Question {
  title: string;
  text: string;
  /** On the button that does it. */
  verb: string;
  danger?: boolean;
  /** Nothing can be called off: it only tells. */
  only?: boolean;
  fields?: Field[];
}

/** Asks before something is done, and for what it needs. There is one, in the shell. */
@customElement('confirm-dialog')
export class ConfirmDialog extends LitElement {
  @state() private question?: Question;
  @query('dialog') private dialog!: HTMLDialogElement;
  private answer?: (values?: Record<string, string>) => void;

  protected override createRenderRoot(): this {
    return this;
  }

  /** @returns what was filled in, or nothing if it was called off */
  async ask(question: Question): Promise<Record<string, string> | undefined> {
    this.question = question;
    await this.updateComplete;
    this.dialog.showModal();
    return new Promise((resolve) => (this.answer = resolve));
  }

  protected override render() {
    const { title = '', text = '', verb = '', danger = false, only = false, fields = [] } = this.question ?? {};
    return html`<dialog aria-labelledby="confirm-title" @close=${this.closed}>
      <form method="dialog" @submit=${this.submitted}>
        <h2 id="confirm-title">${title}</h2>
        <p class="told">${text}</p>
        ${fields.map((field) => this.field(field))}
        <footer>
          ${only ? nothing : html`<button type="button" class="quiet" @click=${() => this.dialog.close()}>Cancel</button>`}
          <button type="submit" class=${danger ? 'danger' : 'primary'}>${verb}</button>
        </footer>
      </form>
    </dialog>`;
  }

  private field({ name, label, kind = 'line', required = false, value = '', options = [], hint, longest = kind === 'prose' ? 2_000 : 200, least = 0, most }: Field) {
    const id = `confirm-${name}`;
    const described = hint ? `${id}-hint` : nothing;
    return html`<div class="field">
      <label for=${id}>${label}${required ? '' : html` <span class="quiet">(optional)</span>`}</label>
      ${kind === 'choice'
        ? html`<select id=${id} name=${name} ?required=${required} aria-describedby=${described}>
            ${options.map(([sent, called]) => html`<option value=${sent} ?selected=${sent === value}>${called}</option>`)}
          </select>`
        : kind === 'prose'
          ? html`<textarea id=${id} name=${name} rows="4" ?required=${required} maxlength=${longest} aria-describedby=${described} .value=${value}></textarea>`
          : html`<input
              id=${id}
              name=${name}
              type=${kind === 'number' || kind === 'amount' ? 'number' : kind === 'date' ? 'date' : kind === 'flag' ? 'checkbox' : 'text'}
              step=${kind === 'amount' ? '0.01' : nothing}
              min=${kind === 'amount' || kind === 'number' ? least : nothing}
              max=${kind === 'amount' || kind === 'number' ? (most ?? nothing) : nothing}
              maxlength=${kind === 'line' ? longest : nothing}
              ?checked=${kind === 'flag' && value === 'true'}
              ?required=${required && kind !== 'flag'}
              aria-describedby=${described}
              .value=${kind === 'flag' ? 'true' : value}
            />`}
      ${hint ? html`<p class="quiet" id="${id}-hint">${hint}</p>` : nothing}
    </div>`;
  }

  private submitted(event: SubmitEvent): void {
    const sent = new FormData(event.target as HTMLFormElement);
    this.resolve(Object.fromEntries([...sent].map(([name, value]) => [name, String(value).trim()])));
  }

  private closed(): void {
    this.resolve(undefined);
    this.question = undefined;
  }

  private resolve(values?: Record<string, string>): void {
    this.answer?.(values);
    this.answer = undefined;
  }
}

export function confirm(question: Question): Promise<Record<string, string> | undefined> {
  return document.querySelector<ConfirmDialog>('confirm-dialog')!.ask(question);
}
