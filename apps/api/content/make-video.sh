#!/bin/sh
# Draws the six frames of text and joins them: sh make.sh REGULAR.ttf SEMIBOLD.ttf OUT.webm
set -e
regular=$1; semibold=$2; out=$3
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
number=0; inputs=""; chain=""; joined=""
frame() {
  number=$((number + 1))
  printf '%s' "$1" > "$work/title$number"; printf '%s' "$2" > "$work/text$number"
  inputs="$inputs -f lavfi -t 6 -i color=c=0x12345b:s=960x540:r=10"
  chain="$chain[$((number - 1)):v]drawbox=x=64:y=150:w=72:h=6:color=0xe0a526:t=fill,drawtext=fontfile=$semibold:textfile=$work/title$number:fontsize=44:fontcolor=white:x=64:y=180:line_spacing=8,drawtext=fontfile=$regular:textfile=$work/text$number:fontsize=27:fontcolor=0xd6e2f2:x=64:y=310:line_spacing=12,fade=in:0:4,fade=out:56:4[v$number];"
  joined="$joined[v$number]"
}
frame 'Lima langkah
transformasi digital kota' 'Pengantar Digital Leadership Academy'
frame '1. Mulai dari warga' 'Pilih satu peristiwa hidup. Dengarkan lima orang
yang mengalaminya, lalu hitung waktunya.'
frame '2. Hapus sebelum membangun' 'Setiap syarat yang datanya sudah kita miliki
tidak perlu diminta lagi.'
frame '3. Sambungkan datanya' 'Satu data, satu penanggung jawab.
Lindungi data pribadi sejak awal.'
frame '4. Coba di satu kelurahan' 'Hadir pada hari pertama. Perbaiki setiap pekan.
Baru kemudian perluas.'
frame '5. Tunjukkan angkanya' 'Selesai, waktu nyata, kunjungan ulang, kepuasan.
Juga bila belum tercapai.'
# shellcheck disable=SC2086
ffmpeg -v error -y $inputs -filter_complex "${chain}${joined}concat=n=$number:v=1[out]" -map '[out]' \
  -c:v libvpx-vp9 -crf 34 -b:v 0 -g 60 -pix_fmt yuv420p -fflags +bitexact -flags:v +bitexact -map_metadata -1 "$out"
