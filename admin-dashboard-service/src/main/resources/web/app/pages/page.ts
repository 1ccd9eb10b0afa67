import { LitElement } from 'lit';
import { address } from '../view/address';

/** What all pages have: they stand in the document itself, so that one style sheet serves them, and follow the address. */
export abstract class Page extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    address.addEventListener('change', this.onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    address.removeEventListener('change', this.onAddress);
  }

  private readonly onAddress = (): void => this.requestUpdate();
}

/** The same numbers of the span before. */
export interface Comparison {
  date_from: string;
  date_to: string;
  previous: Record<string, number>;
  difference: Record<string, number>;
}

/** What changed since the span before, by field; undefined where nothing was compared. */
export function changes(compare?: Comparison): (field: string) => number | undefined {
  return (field) => compare?.difference[field];
}
