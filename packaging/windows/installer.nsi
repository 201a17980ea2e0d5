; The installer for Windows: for one person, without an administrator. Compiled by
; packaging/windows_installer.py, which defines NAME, TITLE, VERSION, NUMBERS, SUMMARY, APP_ID,
; HOME, PROGRAM (the built folder), LICENCE, ICON, KILOBYTES and OUT.
;
; Silent: afterword-...-setup.exe /S [/D=C:\folder]      uninstall.exe /S
; Exit status: 0 done, 1 cancelled, 2 refused or failed; the version that was there stays.

!ifdef AMD64
    Target amd64-unicode
!else
    Unicode true
!endif
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include x64.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!define LINK "$SMPROGRAMS\${TITLE}.lnk"
!define RUNNING "${TITLE} is running. Close it, its sign beside the clock too, then try again. Nothing was changed."

Name "${TITLE}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${TITLE}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${TITLE} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${TITLE}"
VIAddVersionKey FileDescription "Installs ${TITLE}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${TITLE}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro REFUSE WORDS
    MessageBox MB_OK|MB_ICONINFORMATION "${WORDS}" /SD IDOK
    SetErrorLevel 2
    Quit
!macroend

; A program that runs cannot be renamed back and forth: that is the question, asked of the system.
!macro REFUSE_IF_RUNNING PREFIX
    Function ${PREFIX}RefuseIfRunning
        ${If} ${FileExists} "$INSTDIR\${NAME}.exe"
            ClearErrors
            FileOpen $0 "$INSTDIR\${NAME}.exe" a
            ${If} ${Errors}
                !insertmacro REFUSE "${RUNNING}"
            ${EndIf}
            FileClose $0
        ${EndIf}
    FunctionEnd
!macroend
!insertmacro REFUSE_IF_RUNNING ""
!insertmacro REFUSE_IF_RUNNING "un."

Function .onInit
    SetShellVarContext current
    ${IfNot} ${RunningX64}
        !insertmacro REFUSE "${TITLE} needs a 64-bit Windows 10 or newer."
    ${EndIf}
    Call RefuseIfRunning
    ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
    ${If} $0 != ""
        ${VersionCompare} "$0" "${VERSION}" $1
        ${If} $1 == 1
            !insertmacro REFUSE "${TITLE} $0 is installed, and this is the older ${VERSION}. Remove the newer one first; what you wrote is kept. Nothing was changed."
        ${EndIf}
    ${EndIf}
FunctionEnd

; The shortcut carries the name that the window gives itself (AppUserModelID), so that the taskbar
; keeps them together and notices are told apart.
Function NameShortcut
    !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
    ${If} $0 P<> 0
        ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
        ${If} $1 P<> 0
            ${IPersistFile::Load} $1 '("${LINK}",2)'
            ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
            ${If} $2 P<> 0
                System::Call '*(&w128 "${APP_ID}")p.r5'
                System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
                System::Call '*(&i2 31,&i2 0,&i2 0,&i2 0,p r5,p 0)p.r4'
                ${IPropertyStore::SetValue} $2 '(r3,r4)'
                ${IPropertyStore::Commit} $2 ""
                System::Free $3
                System::Free $4
                System::Free $5
                ${IUnknown::Release} $2 ""
                ${IPersistFile::Save} $1 '("${LINK}",1)'
            ${EndIf}
            ${IUnknown::Release} $1 ""
        ${EndIf}
        ${IUnknown::Release} $0 ""
    ${EndIf}
FunctionEnd

Section
    SetShellVarContext current
    Call RefuseIfRunning
    ; Everything is unpacked beside the old version, which goes only when the new one is whole.
    RMDir /r "$INSTDIR.new"
    ClearErrors
    SetOutPath "$INSTDIR.new"
    ${If} ${Errors}
        !insertmacro REFUSE "$INSTDIR cannot be written to. Choose a folder of your own. Nothing was changed."
    ${EndIf}
    SetOverwrite try
    File /r "${PROGRAM}\*"
    WriteUninstaller "$INSTDIR.new\uninstall.exe"
    ${If} ${Errors}
        SetOutPath "$TEMP"
        RMDir /r "$INSTDIR.new"
        !insertmacro REFUSE "There is not enough room in $INSTDIR, or it cannot be written to. Nothing was changed."
    ${EndIf}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR.old"
    ${If} ${FileExists} "$INSTDIR\${NAME}.exe"
        ClearErrors
        Rename "$INSTDIR" "$INSTDIR.old"
        ${If} ${Errors}
            RMDir /r "$INSTDIR.new"
            !insertmacro REFUSE "${RUNNING}"
        ${EndIf}
    ${Else}
        RMDir "$INSTDIR"
    ${EndIf}
    ClearErrors
    Rename "$INSTDIR.new" "$INSTDIR"
    ${If} ${Errors}
        Rename "$INSTDIR.old" "$INSTDIR"
        RMDir /r "$INSTDIR.new"
        !insertmacro REFUSE "$INSTDIR holds something else. Choose another folder. Nothing was changed."
    ${EndIf}
    RMDir /r "$INSTDIR.old"

    SetOutPath "$INSTDIR"
    CreateShortcut "${LINK}" "$INSTDIR\${NAME}.exe" "" "$INSTDIR\${NAME}.exe" 0 SW_SHOWNORMAL "" "${SUMMARY}"
    Call NameShortcut
    WriteRegStr HKCU "${KEY}" "DisplayName" "${TITLE}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
    WriteRegStr HKCU "${KEY}" "Publisher" "The Afterword authors"
    WriteRegStr HKCU "${KEY}" "URLInfoAbout" "${HOME}"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
    SetShellVarContext current
    Call un.RefuseIfRunning
FunctionEnd

Section Uninstall
    ${IfNot} ${FileExists} "$INSTDIR\_internal\NOTICE"
        !insertmacro REFUSE "${TITLE} is not in $INSTDIR. Nothing was removed."
    ${EndIf}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\${NAME}.exe"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "${LINK}"
    DeleteRegKey HKCU "${KEY}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${TITLE}"
SectionEnd
