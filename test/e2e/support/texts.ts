/** A page of an Access appliance's log with one line of interest among ordinary ones, `at` that line (from 0). */
export function appliance({ lines, at, error }: { lines: number; at: number; error: string }): string {
  const ordinary = [
    'INFO  (tomcat-http--12) [ACME;-;203.0.113.9] com.vmware.horizon.auth.LoginController - Starting login flow',
    'DEBUG (tomcat-http--07) [ACME;-;203.0.113.14] com.vmware.horizon.common.cache.EntityCache - Cache hit ratio 0.93',
    'INFO  (SimpleAsyncTaskExecutor-2) [;;] com.vmware.vidm.scheduler.JobRunner - Finished job in 118 ms',
    'WARN  (tomcat-http--31) [ACME;-;203.0.113.9] com.vmware.horizon.rest.RateLimiter - 12 requests delayed',
    'INFO  (tomcat-http--18) [ACME;-;203.0.113.77] com.vmware.horizon.audit.AuditWriter - 1 event queued',
  ];
  return Array.from({ length: lines }, (_, index) => {
    const seconds = String(index % 60).padStart(2, '0');
    const message = ordinary[index % ordinary.length] ?? '';
    const line =
      index === at
        ? `ERROR (tomcat-http--12) [ACME;-;203.0.113.9] com.vmware.horizon.service.Handler - ${error}`
        : message;
    return `2026-11-24T08:14:${seconds},113 ${line}`;
  }).join('\n');
}
