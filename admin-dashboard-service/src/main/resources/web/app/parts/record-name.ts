import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { askJson } from '../api/client';
import { asProblem } from '../api/problem';
import { shortId } from '../view/format';

/** A page that is open all day must not keep every name that it has ever shown. */
const MOST = 2_000;

const names = new Map<string, Promise<string | undefined>>();

/** How a record is called, for its id; the id's end where that cannot be had. */
@customElement('record-name')
export class RecordName extends LitElement {
  /** Where such records are. */
  @property({ attribute: false }) path = '';
  /** The field that names them. */
  @property({ attribute: false }) field = '';
  @property({ attribute: false }) id_ = '';
  @state() private name?: string;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('id_')) {
      this.name = undefined;
      const asked = this.id_;
      void nameOf(`${this.path}/${asked}`, this.field).then((name) => {
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

function nameOf(address: string, field: string): Promise<string | undefined> {
  const known = names.get(address);
  if (known) {
    return known;
  }
  if (names.size >= MOST) {
    names.clear();
  }
  const asked = askJson<Record<string, string>>(address).then(
    (record) => record[field],
    (cause) => {
      // One that is gone, or that this role may not see, has its id for a name; what failed is asked for again.
      if (![403, 404].includes(asProblem(cause).status)) {
        names.delete(address);
      }
      return undefined;
    },
  );
  names.set(address, asked);
  return asked;
}

/** For a column's cell. */
export function recordName(path: string, field: string, id: string | null | undefined, nothing = '–') {
  return id ? html`<record-name .path=${path} .field=${field} .id_=${id}></record-name>` : html`${nothing}`;
}
