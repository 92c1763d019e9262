import type { OktaDiscoveryRule, OktaIdentityProvider } from '../../connectors/okta/index.js';

/** The routing rules by whether they lead to Workspace ONE, in the order Okta tries them. */
export interface Routing {
  /** They name one of its identity providers. */
  readonly leading: readonly OktaDiscoveryRule[];
  /** Active ones that may lead there too: they choose by an expression, or do not say where they lead. */
  readonly open: readonly OktaDiscoveryRule[];
}

/** Sorts routing rules out by the identity providers they lead to. */
export function routingTo(idps: readonly OktaIdentityProvider[], rules: readonly OktaDiscoveryRule[]): Routing {
  const ids = new Set(idps.map(({ id }) => id));
  return {
    leading: rules.filter(({ actions }) => actions.idp?.providers?.some(({ id }) => id != null && ids.has(id))),
    open: rules.filter(
      ({ actions, status }) =>
        status === 'ACTIVE' && (actions.idp?.idpSelectionType === 'DYNAMIC' || actions.idp?.providers == null),
    ),
  };
}

/** The ids of those identity providers that a rule leads to. */
export function ledTo({ actions }: OktaDiscoveryRule, idps: readonly OktaIdentityProvider[]): string[] {
  return (actions.idp?.providers ?? []).flatMap(({ id }) => (idps.some((idp) => idp.id === id) ? (id ?? []) : []));
}
