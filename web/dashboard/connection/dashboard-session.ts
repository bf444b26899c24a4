import { Store } from '../store';
import { DashboardConnection, type DashboardLinks } from './dashboard-connection';

export interface Stay {
  /** Another one for each stay. */
  readonly number: number;
  readonly connection: DashboardConnection;
  /** True when the stay before this one was ended by the server, not by the agent. */
  readonly wasCutOff: boolean;
}

/** The succession of stays: each sign-out throws the old connection away and begins with an empty one. */
export class DashboardSession {
  readonly stay: Store<Stay>;
  private stays = 0;

  /** links is asked once for each stay; without it the real network is used. */
  constructor(private readonly links?: () => DashboardLinks) {
    this.stay = new Store(this.begin(false));
  }

  /** The agent leaves; the server has been told, or could not be. */
  readonly leave = (): void => this.renew(false);

  private renew(wasCutOff: boolean): void {
    const old = this.stay.get();
    this.stay.set(this.begin(wasCutOff));
    old.connection.close();
  }

  private begin(wasCutOff: boolean): Stay {
    const connection = new DashboardConnection(() => {
      if (this.stay.get().connection === connection) this.renew(true);
    }, this.links?.());
    return { number: ++this.stays, connection, wasCutOff };
  }
}
