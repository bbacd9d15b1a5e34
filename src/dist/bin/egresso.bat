@echo off
rem Starts an installed Egresso: ..\egresso.jar, which finds its libraries in ..\lib.
rem Leaves with 127 if there is no Java, and with 126 if it is older than 17.
setlocal DisableDelayedExpansion

for %%I in ("%~dp0..") do set "EGRESSO_HOME=%%~fI"

if not defined JAVA_HOME goto path
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto found
echo egresso: JAVA_HOME is "%JAVA_HOME%", and there is no bin\java.exe in it. 1>&2
goto advice

:path
set "JAVA="
for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if defined JAVA goto found
echo egresso: there is no java on the PATH. 1>&2
goto advice

:found
if exist "%EGRESSO_HOME%\egresso.jar" goto version
echo egresso: "%EGRESSO_HOME%\egresso.jar" is not there; unpack the whole archive and keep bin, lib and egresso.jar together. 1>&2
exit /b 127

:version
set "VERSION="
for /f "tokens=3" %%V in ('call "%JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do if not defined VERSION set "VERSION=%%~V"
set "MAJOR="
for /f "delims=.-+_ tokens=1,2" %%A in ("%VERSION%") do if "%%A"=="1" (set "MAJOR=%%B") else (set "MAJOR=%%A")
if not defined MAJOR goto old
if %MAJOR% LSS 17 goto old

set "NATIVE="
if %MAJOR% GEQ 24 set "NATIVE=--enable-native-access=ALL-UNNAMED"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto %NATIVE% -jar "%EGRESSO_HOME%\egresso.jar" %*
exit /b %ERRORLEVEL%

:old
echo egresso: "%JAVA%" is Java %VERSION%. 1>&2
echo Egresso needs Java 17 or newer: put it on the PATH, or set JAVA_HOME to its folder. 1>&2
exit /b 126

:advice
echo Egresso needs Java 17 or newer: put it on the PATH, or set JAVA_HOME to its folder. 1>&2
exit /b 127
