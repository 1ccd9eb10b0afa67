import { html } from 'lit';
import { askJson } from '../api/client';
import type { Action, Records } from './records';

interface DeadLetter {
  id: number;
  topic: string;
  partition: number;
  position: number;
  key: string | null;
  type: string | null;
  cause: string;
  arrived_at: string;
}

const PATH = '/api/v1/admin/operations/dead-letters';

export const DEAD_LETTERS: Records<DeadLetter> = {
  name: 'dead-letters',
  title: 'Dead letters',
  path: PATH,
  without: ['website_id', 'total'],
  changesWith: [],
  none: 'No dead letters: every change could be read.',
  columns: [
    { field: 'arrived_at', label: 'Arrived', kind: 'time' },
    { field: 'topic', label: 'Topic', kind: 'text' },
    { field: ({ partition, position }) => `${partition} / ${position}`, label: 'Partition / offset', kind: 'text' },
    { field: 'type', label: 'Type', kind: 'text' },
    { field: 'key', label: 'Key', kind: 'text' },
    { field: 'cause', label: 'Cause', kind: 'text', cell: ({ cause }) => html`<span class="long">${cause}</span>` },
  ],
  actions: () => [READ, RETRY, DISCARD],
};

const READ: Action<DeadLetter> = {
  label: 'Read',
  show: async ({ id }) => {
    const { value } = await askJson<{ value: string | null }>(`${PATH}/${id}`);
    return { title: `Dead letter ${id}`, text: value ?? 'It has no value: it deletes something.' };
  },
};

const RETRY: Action<DeadLetter> = {
  label: 'Retry',
  question: ({ id, topic }) => ({
    title: `Retry dead letter ${id}`,
    text: `The change from ${topic} is read once more. What a newer change has overtaken changes nothing.`,
  }),
  request: ({ id }) => ({ path: `${PATH}/${id}/retry` }),
  expected: () => ({ cause: 'being read again' }),
};

const DISCARD: Action<DeadLetter> = {
  label: 'Discard',
  danger: true,
  question: ({ id }) => ({
    title: `Discard dead letter ${id}`,
    text: 'It is given up, and counted nowhere. The dead-letter topic keeps its copy for 30 days.',
  }),
  request: ({ id }) => ({ method: 'DELETE', path: `${PATH}/${id}` }),
  expected: () => ({ cause: 'given up' }),
};
