#!/bin/bash
# A photo of oneself: only pictures are taken and only their pixels are kept; strangers see it on a card that holds, once who vouches has agreed to it.
. "${0%/*}/lib.sh"
pictures=$T/pictures
mkdir "$pictures"
/usr/bin/python3 - "$pictures" <<'END'
import struct, sys, zlib
from PIL import Image
to = sys.argv[1] + '/'
# Red above, blue below, a green corner above on the left.
whole = Image.new('RGB', (900, 600), (220, 30, 30))
whole.paste((30, 30, 220), (0, 300, 900, 600))
whole.paste((20, 200, 20), (0, 0, 200, 200))
whole.save(to + 'jpeg.jpg', quality=90)
whole.save(to + 'png.png')
whole.save(to + 'webp.webp', quality=90)
whole.save(to + 'lossless.webp', lossless=True)
whole.save(to + 'gif.gif')
whole.convert('CMYK').save(to + 'cmyk.jpg')
whole.resize((10, 10)).save(to + 'small.png')
clear = Image.new('RGBA', (50, 50), (0, 0, 0, 0))
clear.save(to + 'clear.png')
turns = {2: 'FLIP_LEFT_RIGHT', 3: 'ROTATE_180', 4: 'FLIP_TOP_BOTTOM', 5: 'TRANSPOSE', 6: 'ROTATE_90', 7: 'TRANSVERSE', 8: 'ROTATE_270'}
for n, turn in turns.items():
    whole.transpose(getattr(Image.Transpose, turn)).save(to + 'lying%d.jpg' % n, quality=90)
def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
def png(width, height, data):
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 1, 0, 0, 0, 0)) + chunk(b'IDAT', data) + chunk(b'IEND', b'')
open(to + 'bomb.png', 'wb').write(png(20000, 20000, zlib.compress(b'\0' * (2501 * 20000), 9)))
open(to + 'huge.png', 'wb').write(png(2**31 - 1, 2**31 - 1, zlib.compress(b'\0', 9)))
open(to + 'nothing.png', 'wb').write(png(0, 0, b''))
open(to + 'liar.png', 'wb').write(png(6000, 6000, zlib.compress(b'\0' * 100, 9)))
jpeg = open(to + 'jpeg.jpg', 'rb').read()
open(to + 'php.jpg', 'wb').write(jpeg + b'<?php system($_GET["c"]); ?><script>alert(1)</script>')
open(to + 'comment.jpg', 'wb').write(jpeg[:2] + b'\xff\xfe\x00\x20<script>alert(document.cookie)' + jpeg[2:])
open(to + 'zip.jpg', 'wb').write(jpeg + b'PK\x03\x04' + b'x' * 100)
open(to + 'only-head.jpg', 'wb').write(jpeg[:30])
open(to + 'page.jpg', 'wb').write(b'<!DOCTYPE html><html><script>alert(1)</script></html>')
open(to + 'drawing.svg', 'wb').write(b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
open(to + 'both.jpg', 'wb').write(b'GIF89a/*' + jpeg + b'*/=alert(1)')
open(to + 'pdf.jpg', 'wb').write(b'%PDF-1.4\n' + jpeg)
open(to + 'big.jpg', 'wb').write(jpeg + b'\0' * (10 * 1024 * 1024))
open(to + 'zero', 'wb').write(b'')
END
for n in 2 3 4 5 6 7 8; do exiftool -q -overwrite_original -n -Orientation=$n "$pictures/lying$n.jpg"; done
cp "$pictures/lying6.jpg" "$pictures/phone.jpg"
exiftool -q -overwrite_original -GPSLatitude=50.0087 -GPSLatitudeRef=N -GPSLongitude=16.3391 -GPSLongitudeRef=E -Make=Fotak -Model=F1 -Artist=Jana -Comment='doma' \
	-XMP:Creator=Jana -IPTC:By-line=Jana "$pictures/phone.jpg"
exiftool -q -overwrite_original -n -Orientation=6 -XMP:Creator=Jana "$pictures/webp.webp"
exiftool -q -overwrite_original -n -Orientation=6 "$pictures/png.png"
ok 'the phone told where it was' sh -c "exiftool -s '$pictures/phone.jpg' | grep -q GPSLatitude"
# What a picture looks like: its size, and the colour at the corner, on the right above, and below.
looks() {
	/usr/bin/python3 -c '
import sys
from PIL import Image
i = Image.open(sys.argv[1]); w, h = i.size; p = i.convert("RGB").load()
name = lambda c: max(zip(c, ("red", "green", "blue")))[1] if min(c) < 200 else "white"
print(i.format, w, h, name(p[w // 20, h // 20]), name(p[w - 5, h // 20]), name(p[w // 2, h - 5]))' "$1"
}
kept() { sql 'SELECT COUNT(*), COALESCE(SUM(bytes), 0), COALESCE(HEX(MAX(sha256)), "") FROM file; SELECT COUNT(*), COALESCE(SUM(LENGTH(bytes)), 0) FROM file_part'; }
send() { upload /ucet/foto "foto@$pictures/$1" "popis=${2:-}"; }

# --- nobody but oneself
nobody
get /ucet/foto
status 303
get /ucet/foto.jpg
status 403
send jpeg.jpg
status 403
same 'nothing is kept of a stranger' "$(kept)" $'0\t0\t\n0\t0'

as Martin
martin=$person
sql "UPDATE person SET name = 'Martin Kovář', given = 'Martin', initial = 'K.' WHERE id = $martin"
get /ucet/foto.xml
status 200
valid
is 'count(//photo)' 0
get /ucet/foto
like 'enctype="multipart/form-data"'
get /ucet/foto.jpg
status 404
upload /ucet/foto foto@ popis=
status 422
like 'id="foto-e"'

# --- a photo of a telephone: upright, small, and silent about where it was
send phone.jpg 'Muž s vousy'
status 303
header set-cookie 'vzkaz=photo-kept;*'
follow
status 200
like 'alt="Muž s vousy"'
get /ucet/foto.xml
valid
is //photo 'Muž s vousy'
is '//photo/@width' 480
get /ucet/foto.jpg
status 200
header content-type image/jpeg
header cache-control 'private, no-cache'
header content-security-policy "default-src 'none'; sandbox;*"
header x-content-type-options nosniff
header cross-origin-resource-policy same-origin
no_header access-control-allow-origin
etag=$(header_value etag)
cp "$T/body" "$T/photo.jpg"
same 'upright and small' "$(looks "$T/photo.jpg")" 'JPEG 480 320 green red blue'
same 'nothing of the camera' "$(exiftool -s "$T/photo.jpg" | grep -ciE 'gps|creator|make|model|artist|comment|xmp|iptc|exif|orientation|gd-jpeg')" 1
ok 'only the version of the tool itself has such a name' sh -c "exiftool -s '$T/photo.jpg' | grep -iE 'gps|creator|make|model|artist|comment|xmp|iptc|exif|orientation' | grep -q ExifToolVersion"
same 'in the database are the same bytes' "$(sql 'SELECT bytes, LOWER(HEX(sha256)) FROM file')" "$(stat -c %s "$T/photo.jpg")	$(sha256sum "$T/photo.jpg" | cut -d' ' -f1)"
same 'in rows that are short' "$(sql 'SELECT MAX(LENGTH(bytes)) <= 8000 FROM file_part')" 1
get /ucet/foto.jpg "If-None-Match: $etag"
status 304
header etag "$etag"
same 'a 304 has no body' "$(stat -c %s "$T/body")" 0
head /ucet/foto.jpg
status 200
header content-length "$(stat -c %s "$T/photo.jpg")"

# --- every way to hold a camera, every format
wrong=
for n in 2 3 4 5 6 7 8; do
	sql 'DELETE FROM throttle'
	send lying$n.jpg
	get /ucet/foto.jpg
	got=$(looks "$T/body")
	[ "$got" = 'JPEG 480 320 green red blue' ] || wrong+="$n: $got; "
done
same 'upright, however it was held' "$wrong" ''
for picture in jpeg.jpg lossless.webp cmyk.jpg; do
	sql 'DELETE FROM throttle'
	send $picture
	get /ucet/foto.jpg
	same "$picture" "$(looks "$T/body")" 'JPEG 480 320 green red blue'
done
for picture in webp.webp png.png; do
	sql 'DELETE FROM throttle'
	send $picture
	get /ucet/foto.jpg
	same "$picture says itself that it lies" "$(looks "$T/body")" 'JPEG 320 480 blue green red'
done
send small.png
get /ucet/foto.jpg
same 'what is small stays so' "$(looks "$T/body" | cut -d' ' -f1-3)" 'JPEG 10 10'
send clear.png
get /ucet/foto.jpg
same 'what is clear is white as paper' "$(looks "$T/body")" 'JPEG 50 50 white white white'
same 'the photo before is gone each time' "$(sql 'SELECT COUNT(*), COUNT(DISTINCT f.id) FROM file f'; sql 'SELECT COUNT(DISTINCT file_id) FROM file_part')" $'1\t1\n1'

# --- hostile files: refused with the reason, nothing changes; what is a picture with something behind it is only a picture
sql 'DELETE FROM throttle'
before=$(kept)
refused() { # FILE WORDS
	sql 'DELETE FROM throttle'
	send "$1" 'Popis zůstane'
	status 422
	like "$2"
	like 'value="Popis zůstane"'
	like '<title>Chyba:'
}
refused gif.gif 'Tohle není fotka'
refused page.jpg 'Tohle není fotka'
refused drawing.svg 'Tohle není fotka'
refused both.jpg 'Tohle není fotka'
refused pdf.jpg 'Tohle není fotka'
refused bomb.png 'víc než 40 milionů bodů'
refused huge.png 'víc než 40 milionů bodů'
refused nothing.png 'poškozený'
refused liar.png 'poškozený'
refused only-head.jpg 'poškozený'
refused big.jpg 'větší než 10'
same 'nothing of it is kept' "$(kept)" "$before"
ok 'the bomb is small' [ "$(stat -c %s "$pictures/bomb.png")" -lt 60000 ]
for picture in php.jpg comment.jpg zip.jpg; do
	sql 'DELETE FROM throttle'
	filename='../../../s/a.php.jpg' send $picture
	status 303
	get /ucet/foto.jpg
	unlike 'php|script|PK'
	same "$picture is a picture" "$(looks "$T/body" | cut -d' ' -f1-3)" 'JPEG 480 320'
done
sql 'DELETE FROM throttle'
filename=$(printf 'x%.0s' {1..300})$'\u202egpj.exe' send jpeg.jpg
status 303
same 'no name of a file is kept' "$(sql "SELECT COUNT(*) FROM event_log WHERE note LIKE '%exe%'")" 0

# --- bodies that no browser sends
bad() { # WHAT STATUS TYPE <BODY
	cat >"$T/data"
	request POST /ucet/foto "Content-Type: $3" "Content-Length: $(stat -c %s "$T/data")" 'Sec-Fetch-Site: same-origin' <"$T/data"
	same "$1" "$code" "$2"
}
before=$(kept)
bad 'no boundary' 400 multipart/form-data <"$pictures/jpeg.jpg"
bad 'not a form at all' 400 'multipart/form-data; boundary=x' <"$pictures/jpeg.jpg"
bad 'no end' 400 'multipart/form-data; boundary=x' < <(printf -- '--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n%s\r\n--x\r\nContent-Disposition: form-data; name="foto"; filename="a"\r\n\r\n' "$csrf")
bad 'no token of the form' 403 'multipart/form-data; boundary=x' < <(printf -- '--x\r\nContent-Disposition: form-data; name="foto"; filename="a"\r\n\r\nx\r\n--x--\r\n')
bad 'far too much' 413 'multipart/form-data; boundary=x' < <(command head -c 12000000 /dev/zero)
upload /ucet/profil jmeno=Martin
status 415
same 'nothing of it is kept' "$(kept)" "$before"

# --- the quota, and how often
sql "INSERT INTO file (name, person_id, kind, media_type, bytes, sha256, width, height, added_at)
	SELECT REPEAT('q', 16), id, 'photo', 'image/jpeg', 1, '', 1, 1, '2026-11-01' FROM person WHERE name = 'Klára'"
as Ota
sql "DELETE FROM throttle; ALTER TABLE file MODIFY kind ENUM('photo', 'other') NOT NULL;
	INSERT INTO file (name, person_id, kind, media_type, bytes, sha256, width, height, added_at) VALUES (REPEAT('o', 16), $person, 'other', 'x/x', 5242880, '', 1, 1, '2026-11-01')"
send jpeg.jpg
status 422
like 'zabírají všechno místo'
sql "DELETE FROM file WHERE kind = 'other'; ALTER TABLE file MODIFY kind ENUM('photo') NOT NULL; DELETE FROM throttle"
for n in 1 2 3 4 5 6 7 8 9 10; do send small.png; done
status 303
send small.png
status 429

# --- sent twice, it is one
as Martin
sql 'DELETE FROM throttle'
send jpeg.jpg
same=0123456789abcdef0123456789abcdef
upload /ucet/foto "foto@$pictures/small.png" once=$same
name=$(sql "SELECT HEX(name) FROM file WHERE person_id = $martin")
upload /ucet/foto "foto@$pictures/small.png" once=$same
status 303
same 'the second time nothing happened' "$(sql "SELECT HEX(name) FROM file WHERE person_id = $martin")" "$name"

# --- killed in the middle, all of the old photo is there and nothing of the new one
before=$(kept)
waits() { # SQL: until it says something
	local end=$((SECONDS + 30))
	until [ "$(sql "$1")" ]; do ((SECONDS < end)) || return 1; done
}
sleeper="SELECT id FROM information_schema.processlist WHERE info LIKE 'DO SLEEP%'"
(sql "START TRANSACTION; SELECT id FROM person WHERE id = $martin FOR UPDATE; DO SLEEP(60)" >"$T/held" 2>&1) &
holder=$!
ok 'another window holds the person' waits "$sleeper"
plain=yes send jpeg.jpg &
asking=$!
ok 'the photo waits for it' waits "SELECT id FROM information_schema.processlist WHERE user = 'sousede_account' AND info LIKE 'SELECT id FROM person%FOR UPDATE'"
ok 'the program is killed' kill -9 "$(pgrep -P $asking)"
wait $asking
sql "KILL $(sql "$sleeper")"
wait $holder
same 'after kill -9 nothing is halved' "$(kept)" "$before"
get /ucet/foto.jpg
status 200
same 'the photo opens' "$(looks "$T/body" | cut -d' ' -f1-3)" 'JPEG 10 10'

# --- the card: without agreement no photo, with it as long as the vouching holds
sql "INSERT INTO helper_card VALUES ($martin, '7kq2mx9p', '2026-11-01');
	INSERT INTO level_grant (id, person_id, level, town_code, granted_by, granted_at, until) VALUES (71, $martin, 2, 563102, $martin, '2026-11-02', '2028-11-02');
	UPDATE town SET official = TRUE WHERE code IN (563102, 567027)"
sql 'DELETE FROM throttle'
send jpeg.jpg 'Muž s vousy'
nobody
get /karta/7kq2mx9p.xml
valid
is '//card/@valid' yes
is 'count(//photo)' 0
get /karta/7kq2mx9p/foto.jpg
status 404
as Martin
post /kadan/pomocnici/71/foto foto=00000000 souhlas=ano
status 403
get /kadan/pomocnici/71/foto.jpg
status 403
as Klára clerk 567027
get /most/pomocnici/71/foto.jpg
status 404
post /most/pomocnici/71/foto foto="$(sql 'SELECT LOWER(HEX(LEFT(name, 4))) FROM file WHERE width = 480')" souhlas=ano
status 409
as Klára clerk 563102
get /kadan/pomocnici.xml
valid
is //helper/photo 'Muž s vousy'
is 'count(//helper/photo/@approved)' 0
shown=$(value '//helper/photo/@name')
get /kadan/pomocnici/71/foto.jpg
status 200
header cache-control 'private, no-cache'
get /kadan/pomocnici
like 'Je to on nebo ona'
as Martin
send png.png
as Klára
post /kadan/pomocnici/71/foto foto="$shown" souhlas=ano
status 409
same 'a photo nobody saw is not agreed to' "$(sql 'SELECT COUNT(*) FROM photo_approval')" 0
get /kadan/pomocnici.xml
post /kadan/pomocnici/71/foto foto="$(value '//helper/photo/@name')" souhlas=ano
status 303
header set-cookie 'vzkaz=org-photo;*'
get /kadan/pomocnici
like 'Fotka je na kartě'
same 'it is written down' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'person' AND object_id = $martin AND reason_code = 'photo'")" 1
nobody
get /karta/7kq2mx9p.xml
valid
is 'count(//photo)' 1
get /karta/7kq2mx9p
like '/karta/7kq2mx9p/foto.jpg'
get /karta/7kq2mx9p/foto.jpg
status 200
header content-type image/jpeg
header content-security-policy "default-src 'none'; sandbox;*"
as Martin
get /ucet/foto.xml
valid
is //approval Kadaň

# Each of these takes it off the card at once.
gone() { # WHAT UNDO
	nobody
	get /karta/7kq2mx9p/foto.jpg
	same "$1: no photo" "$code" 404
	sql "$2"
	get /karta/7kq2mx9p/foto.jpg
	same "$1 no more: the photo is back" "$code" 200
}
sql "UPDATE level_grant SET revoked_at = '2026-11-20' WHERE id = 71"
gone 'taken back' 'UPDATE level_grant SET revoked_at = NULL'
sql "UPDATE level_grant SET until = '2026-11-21' WHERE id = 71"
gone 'run out' "UPDATE level_grant SET until = '2028-11-02'"
sql "UPDATE person SET standing = 'suspended' WHERE id = $martin"
gone 'suspended' "UPDATE person SET standing = 'normal' WHERE id = $martin"
sql 'UPDATE town SET official = FALSE WHERE code = 563102'
gone 'the town is believed no more' 'UPDATE town SET official = TRUE WHERE code = 563102'
# Who vouches besides, without having agreed, does not bring it back.
sql "UPDATE level_grant SET revoked_at = '2026-11-20' WHERE id = 71;
	INSERT INTO level_grant (id, person_id, level, town_code, granted_by, granted_at, until) VALUES (72, $martin, 2, 567027, $martin, '2026-11-02', '2028-11-02')"
gone 'another town' 'UPDATE level_grant SET revoked_at = NULL WHERE id = 71'
as Klára
get /kadan/pomocnici.xml
post /kadan/pomocnici/71/foto foto="$(value '//helper/photo/@name')" souhlas=ne
status 303
gone 'no longer agreed to' "INSERT INTO photo_approval (file_id, town_code, approved_by, at) SELECT id, 563102, $martin, '2026-11-20' FROM file WHERE person_id = $martin"

# An organisation does the same.
as Ota
sql "INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at) VALUES (7, 'hasici', 'Hasiči', 'association', 'verified', 563102, 'Hasíme.', '2026-11-20');
	INSERT INTO organisation_member VALUES (7, $person, 'coordinator', '2026-11-20');
	INSERT INTO level_grant (id, person_id, level, organisation_id, granted_by, granted_at, until) VALUES (73, $martin, 2, 7, $person, '2026-11-02', '2028-11-02')"
get /organizace/hasici/pomocnici.xml
valid
post /organizace/hasici/pomocnici/73/foto foto="$(value '//helper/photo/@name')" souhlas=ano
status 303
get /organizace/hasici/pomocnici/73/foto.jpg
status 200
as Nikdo
get /organizace/hasici/pomocnici/73/foto.jpg
status 403

# A new photo begins without agreement; taken away, it is away; with the account everything goes.
as Martin
sql 'DELETE FROM throttle'
send jpeg.jpg
same 'a new photo was agreed to by nobody' "$(sql 'SELECT COUNT(*) FROM photo_approval')" 0
post /ucet/foto/smazat
status 303
header set-cookie 'vzkaz=photo-removed;*'
same 'nothing is left of it' "$(sql "SELECT COUNT(*) FROM file WHERE person_id = $martin")" 0
same 'no row of its bytes' "$(sql 'SELECT COUNT(*) FROM file_part p WHERE NOT EXISTS (SELECT 1 FROM file f WHERE f.id = p.file_id)')" 0
send jpeg.jpg
sql "DELETE FROM person WHERE id = $martin"
same 'with the person goes the photo' "$(sql "SELECT COUNT(*) FROM file WHERE person_id = $martin")" 0
done_testing
