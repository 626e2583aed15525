; What the Windows installer adds to electron-builder's own script.

!macro customUnInstall
  ; The link scheme is registered by the application itself, for this person only.
  DeleteRegKey HKCU "Software\Classes\icv-desk"

  ; An update removes the old version too, and is no occasion for a message.
  ${ifNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "ICV Desk has been removed. Your records were kept, encrypted, in $LOCALAPPDATA\ICV Desk. Installing ICV Desk again opens them with your passphrase." /SD IDOK
  ${endIf}
!macroend
