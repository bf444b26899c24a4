/** A user of this machine, as files and processes know him. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}
