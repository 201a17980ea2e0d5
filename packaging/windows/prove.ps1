# Installs, runs, installs over itself, refuses while it runs, removes, and looks for remains.
param([Parameter(Mandatory)][string]$Setup)
$ErrorActionPreference = 'Stop'

$place = Join-Path $env:TEMP 'Für mich\Afterword'
$program = Join-Path $place 'afterword.exe'
$link = Join-Path ([Environment]::GetFolderPath('Programs')) 'Afterword.lnk'
$key = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\io.github.afterword_app.Afterword'

function Invoke-Quietly([string]$File, [string]$Arguments) {
    (Start-Process $File $Arguments -Wait -PassThru).ExitCode
}
function Assert-That([bool]$So, [string]$Claim) {
    if (-not $So) { throw "NOT SO: $Claim" }
    Write-Output "  $Claim"
}

Assert-That ((Invoke-Quietly $Setup "/S /D=$place") -eq 0) 'it installs'
Assert-That (Test-Path $link) 'it is in the menu'
Assert-That ((Get-ItemProperty $key).DisplayVersion.Length -gt 0) 'it is in the list of programs'

& .venv\Scripts\python.exe main.py --self-test | Out-File source.txt
Start-Process $program '--self-test' -Wait -RedirectStandardOutput installed.txt
$differs = Compare-Object (Get-Content source.txt) (Get-Content installed.txt)
Assert-That (-not $differs) 'installed it says what its source says'

$data = Join-Path $env:TEMP 'afterword data'
$running = Start-Process $program "--data-dir `"$data`"" -PassThru
while (-not (Test-Path (Join-Path $data 'afterword.db'))) { Start-Sleep -Milliseconds 200 }
Assert-That ((Invoke-Quietly $Setup "/S /D=$place") -eq 2) 'it is not replaced while it runs'
$null = $running.CloseMainWindow()
if (-not $running.WaitForExit(20000)) { $running.Kill(); throw 'NOT SO: it closes when told to' }

Assert-That ((Invoke-Quietly $Setup "/S /D=$place") -eq 0) 'it installs over itself'
Assert-That (Test-Path (Join-Path $data 'afterword.db')) 'the data are kept'
# the uninstaller runs from a copy of itself unless it is told where it is
Assert-That ((Invoke-Quietly "$place\uninstall.exe" "/S _?=$place") -eq 0) 'it is removed'
Remove-Item "$place\uninstall.exe" -ErrorAction SilentlyContinue
$left = @(Get-ChildItem $place -Recurse -ErrorAction SilentlyContinue)
Assert-That ($left.Count -eq 0) 'nothing is left in its folder'
Assert-That (-not (Test-Path $link)) 'nothing is left in the menu'
Assert-That (-not (Test-Path $key)) 'nothing is left in the list of programs'
