"""Roles: who may do what. Used by dispatch alone."""

from storage.kantor.people import Role

EVERYONE = frozenset(Role)
ANGGOTA = EVERYONE - {Role.PEMBINA}
PEMIMPIN = frozenset({Role.KETUA, Role.KETUA_PELAKSANA})
KETUA_PELAKSANA = frozenset({Role.KETUA_PELAKSANA})
DIINGATKAN = frozenset({Role.ANGGOTA, Role.KETUA_PELAKSANA})

SEBUTAN = {
    Role.PEMBINA: "Pembina",
    Role.ANGGOTA: "Anggota",
    Role.KETUA: "Ketua",
    Role.KETUA_PELAKSANA: "Ketua Pelaksana",
}
