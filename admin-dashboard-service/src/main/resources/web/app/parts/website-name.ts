import { recordName } from './record-name';

/** For superadmins, who alone read websites. */
export function websiteName(id: string | null | undefined) {
  return recordName('/api/v1/websites', 'name', id);
}
