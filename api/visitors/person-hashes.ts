import { createHmac } from 'node:crypto';

/**
 * Stands for people who were forgotten without telling who they were: keyed with the installation's secret, so that nobody
 * who has only the database can try names. Changing that secret lets everybody come back.
 */
export class PersonHashes {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = createHmac('sha256', secret).update('forgotten-person').digest();
  }

  /** Somebody proved and somebody merely claimed are two people. */
  of(siteId: string, externalId: string, isVerified: boolean): string {
    const person = JSON.stringify([siteId, isVerified, externalId]);
    return createHmac('sha256', this.key).update(person).digest('hex');
  }
}
