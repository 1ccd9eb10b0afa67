import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { askJson } from '../api/client';
import { shortId } from '../view/format';

const names = new Map<string, Promise<string>>();

/** An account's username, for its id; the id's end where it cannot be had. */
@customElement('account-name')
export class AccountName extends LitElement {
  @property({ attribute: false }) id_ = '';
  @state() private name?: string;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('id_')) {
      this.name = undefined;
      const asked = this.id_;
      void nameOf(asked).then((name) => {
        if (asked === this.id_) {
          this.name = name;
        }
      });
    }
  }

  protected override render() {
    return html`<span title=${this.id_}>${this.name ?? shortId(this.id_)}</span>`;
  }
}

function nameOf(id: string): Promise<string> {
  const known =
    names.get(id) ??
    askJson<{ username: string }>(`/api/v1/accounts/${id}`).then(
      (account) => account.username,
      // An account that is gone, or that this role may not see, has its id for a name.
      () => shortId(id),
    );
  names.set(id, known);
  return known;
}

/** For a column's cell. */
export function accountName(id: string | null | undefined, nobody = '–') {
  return id ? html`<account-name .id_=${id}></account-name>` : html`${nobody}`;
}
