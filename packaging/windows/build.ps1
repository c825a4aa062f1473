# Builds target\windows\parallax-VERSION-setup.exe. Needs Rust (MSVC), Python 3, rcedit and Inno Setup 6 in PATH.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$version = (Select-String -Path Cargo.toml -Pattern '^version = "(.*)"').Matches[0].Groups[1].Value

# The C runtime is linked in, so that a bare Windows needs no further package.
$env:RUSTFLAGS = '-C target-feature=+crt-static'
cargo build --release --locked --workspace
if ($LASTEXITCODE) { exit 1 }

foreach ($program in 'parallax', 'parallax-cli') {
    rcedit "target\release\$program.exe" --set-icon assets\icons\parallax.ico `
        --set-version-string ProductName Parallax --set-version-string FileDescription Parallax `
        --set-version-string LegalCopyright 'The Parallax contributors, MIT or Apache-2.0' `
        --set-file-version $version --set-product-version $version `
        --application-manifest packaging\windows\parallax.manifest
    if ($LASTEXITCODE) { exit 1 }
}
New-Item -ItemType Directory -Force target\windows | Out-Null
python tools\third_party.py target\windows\third-party-licences.txt
if ($LASTEXITCODE) { exit 1 }
ISCC "/DVersion=$version" packaging\windows\parallax.iss
exit $LASTEXITCODE
