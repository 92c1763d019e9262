/** A list as far as it was read. */
export interface Page<T> {
  readonly items: readonly T[];
  /** True when the system has more than was asked of it. */
  readonly more: boolean;
}
