import { recordName } from './record-name';

/** An account's username, for its id. */
export function accountName(id: string | null | undefined, nobody?: string) {
  return recordName('/api/v1/accounts', 'username', id, nobody);
}
