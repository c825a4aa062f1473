; Inno Setup 6: builds parallax-setup.exe from a release build. See build.ps1.
#define Name "Parallax"
#ifndef Version
  #error Pass the version: ISCC /DVersion=0.1.0 packaging\windows\parallax.iss
#endif

[Setup]
AppId={{6E2B7C0D-5C1E-4C5B-9C77-3B0A1D3B8F41}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The Parallax contributors
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE-MIT
OutputDir=..\..\target\windows
OutputBaseFilename=parallax-{#Version}-setup
SetupIconFile=..\..\assets\icons\parallax.ico
UninstallDisplayIcon={app}\parallax.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Files]
Source: "..\..\target\release\parallax.exe"; DestDir: "{app}"
Source: "..\..\target\release\parallax-cli.exe"; DestDir: "{app}"
Source: "..\..\LICENSE-MIT"; DestDir: "{app}"
Source: "..\..\LICENSE-APACHE"; DestDir: "{app}"
Source: "..\..\target\windows\third-party-licences.txt"; DestDir: "{app}"
Source: "..\..\sample_data\*"; DestDir: "{app}\sample_data"; Flags: recursesubdirs

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\parallax.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.parallax"; ValueType: string; ValueData: "Parallax.Comparison"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Parallax.Comparison"; ValueType: string; ValueData: "Parallax comparison"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Parallax.Comparison\DefaultIcon"; ValueType: string; ValueData: "{app}\parallax.exe,0"
Root: HKA; Subkey: "Software\Classes\Parallax.Comparison\shell\open\command"; ValueType: string; ValueData: """{app}\parallax.exe"" ""%1"""

[Run]
Filename: "{app}\parallax.exe"; Description: "Start {#Name}"; Flags: nowait postinstall skipifsilent
