"""Roles: who may do what. Used by dispatch alone."""

from storage.kantor.people import Role

EVERYONE = frozenset(Role)
ANGGOTA = EVERYONE - {Role.PEMBINA}
PEMIMPIN = frozenset({Role.KETUA, Role.KETUA_PELAKSANA})
KETUA_PELAKSANA = frozenset({Role.KETUA_PELAKSANA})
REMINDED = frozenset({Role.ANGGOTA, Role.KETUA_PELAKSANA})

ROLE_NAMES = {
    Role.PEMBINA: "Pembina",
    Role.ANGGOTA: "Anggota",
    Role.KETUA: "Ketua",
    Role.KETUA_PELAKSANA: "Ketua Pelaksana",
}
