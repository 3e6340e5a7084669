import { escapeXml } from './escape-xml.ts';
import {
  type ServiceDefinition,
  type ServiceProgram,
  serviceArguments,
  serviceName,
} from './service-definition.ts';

/** A task of Windows Task Scheduler that starts at the user's logon. Source: Task Scheduler Schema 1.2, schtasks. */
export function scheduledTask(program: ServiceProgram, user: string): ServiceDefinition {
  const path = 'AppData/Local/autorefine/service.xml';
  const xml = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
    <LogonTrigger>
      <UserId>${escapeXml(user)}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${escapeXml(user)}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>3</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escapeXml(program.node)}</Command>
      <Arguments>${escapeXml(serviceArguments(program).map(quoted).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
  return {
    path,
    // schtasks reads UTF-16 with a byte order mark.
    content: Buffer.from(`\uFEFF${xml.replaceAll('\n', '\r\n')}`, 'utf16le'),
    install: [
      ['schtasks', '/Create', '/TN', serviceName, '/XML', `~/${path}`, '/F'],
      ['schtasks', '/Run', '/TN', serviceName],
    ],
    remove: [
      ['schtasks', '/End', '/TN', serviceName],
      ['schtasks', '/Delete', '/TN', serviceName, '/F'],
    ],
    status: ['schtasks', '/Query', '/TN', serviceName],
  };
}

/**
 * One argument as the Windows runtime splits them: backslashes count only before a quote, also before the closing one.
 * Source: Parsing C command-line arguments, Microsoft Learn.
 */
function quoted(word: string): string {
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
