# Signs one file with the certificate that the release workflow was given. It is read from the
# surroundings, written to a folder that goes with the runner, and removed at once.
param([Parameter(Mandatory)][string]$File)
$ErrorActionPreference = 'Stop'

$pfx = Join-Path $env:RUNNER_TEMP 'certificate.pfx'
try {
    [IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
    $kit = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe"
    $tool = ($kit | Sort-Object FullName | Select-Object -Last 1).FullName
    & $tool sign /fd SHA256 /td SHA256 /tr http://timestamp.digicert.com /d Afterword `
        /f $pfx /p $env:CERTIFICATE_PASSWORD $File
    if ($LASTEXITCODE) { throw "signtool gave $LASTEXITCODE" }
} finally {
    Remove-Item $pfx -ErrorAction SilentlyContinue
}
